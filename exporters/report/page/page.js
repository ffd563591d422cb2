// Elements. All text goes in as text: nothing of an article, a name or a rule is ever read as markup.

export const byId = (id) => document.getElementById(id);

/// element("button", {class: "link", type: "button"}, "text", child, …); `on…` members are listeners.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith("on")) {
      made.addEventListener(attribute.slice(2), value);
    } else if (value === true) {
      made.setAttribute(attribute, "");
    } else if (value !== false && value !== undefined && value !== null) {
      made.setAttribute(attribute, value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/// Calls `action` once the calls have paused for that long.
export function after_pause(milliseconds, action) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}

/// "1 claim", "2 claims", "2 stories"
export const counted = (number, word, plural = `${word}s`) => `${number.toLocaleString("en")} ${number === 1 ? word : plural}`;

export const sign_of = (polarity) => (polarity > 0.05 ? "for" : polarity < -0.05 ? "against" : "neutral");

/// Makes invisible characters that could turn a line around or hide in it visible.
export function visible(text) {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu,
    (character) => `\u{2423}`.concat(character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")));
}
