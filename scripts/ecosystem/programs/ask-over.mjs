/** Asks a server whether it takes a body; anything but 200 and a refusal is a fault of the tool. */
export function askOver(url) {
  return async (body) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer key" },
      body: JSON.stringify(body),
    });
    await answer.arrayBuffer();
    if (answer.status !== 200 && ![400, 422].includes(answer.status))
      throw new Error(`${url} answers with ${answer.status} to ${JSON.stringify(body).slice(0, 200)}`);
    return answer.status === 200;
  };
}
