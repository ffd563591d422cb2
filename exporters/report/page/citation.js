// A claim as text to paste.

import {name_of} from "./data.js";

export const text_of = (quote) => quote.map((part) => (typeof part === "string" ? part : part[1])).join("");

/// "Mara Quill opposes the night ferry: “…” (Title. Beacon, 2025-03-04, beacon-01.txt:1, https://…)"
export function citation_of(claim, {actor, stance, subject}) {
  const {title, outlet, date, name, url} = claim.document;
  const source = [outlet, date, `${name}:${claim.line}`, url].filter(Boolean).join(", ");
  return `${actor} — ${stance} — ${subject}: “${text_of(claim.quote).trim()}” (${title ? `${title}. ` : ""}${source})`;
}

/// Of whom and what the claims of an edge are.
export const triple_of = (edge) => ({actor: name_of(edge.actor), stance: edge.stance, subject: name_of(edge.subject)});

/// Pages that were opened as a file may not use the clipboard of newer browsers; the older way works everywhere.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
