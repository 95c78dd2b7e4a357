export { toSdkParams, type SdkParams } from "./to-sdk-params.js";
