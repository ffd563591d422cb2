// Talks to the program. The key stands behind the '#' of the address, which browsers send to nobody.

const key = new URLSearchParams(location.hash.slice(1)).get("key") ?? "";

async function ask(method, name, parameters, body) {
  const query = new URLSearchParams(parameters).toString();
  const address = `/api/${name}${query === "" ? "" : "?"}${query}`;
  const headers = {"X-Stancegraph-Key": key};
  let response;
  try {
    response = await fetch(address, {method, headers, body, cache: "no-store"});
  } catch {
    throw new Error("the program does not answer; is it still running?");
  }
  const answer = await response.json().catch(() => ({error: `the program answered ${response.status}`}));
  if (!response.ok) {
    const hint = answer.hint ? ` — ${answer.hint}` : "";
    throw new Error(answer.error + hint);
  }
  return answer;
}

export const get = (name, parameters = {}) => ask("GET", name, parameters);
export const post = (name, parameters, body = "") => ask("POST", name, parameters, body);
