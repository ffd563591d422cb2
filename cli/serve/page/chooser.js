// The list of articles, with search.

import {get} from "/api.js";
import {after_pause, byId, counted, element, visible} from "/page.js";

export class Chooser {
  constructor(on_choose) {
    this.on_choose = on_choose;
    this.dialog = byId("articles");
    byId("choose").addEventListener("click", () => this.open());
    byId("search").addEventListener("input", after_pause(120, () => this.fill()));
    this.dialog.addEventListener("keydown", (event) => this.key_down(event));
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
  }

  async open() {
    this.dialog.showModal();
    byId("search").focus();
    byId("search").select();
    await this.fill();
  }

  async fill() {
    const wanted = byId("search").value;
    const {articles, found} = await get("articles", {search: wanted});
    if (wanted !== byId("search").value) {
      return;  // typed on since
    }
    byId("found").textContent = counted(found, "article") + (found > articles.length ? `, the first ${articles.length} shown` : "");
    byId("article-list").replaceChildren(...articles.map((article) => this.row(article)));
  }

  row(article) {
    const about = [article.outlet, article.date, article.title ? article.name : ""].filter((part) => part !== "").join(" · ");
    const count = article.findings === undefined ? "…" : `${article.findings}`;
    return element("li", {}, element("button", {type: "button", onclick: () => this.choose(article.id)},
      element("span", {class: "name"}, visible(article.title || article.name)),
      element("span", {class: "quiet"}, visible(about)),
      element("span", {class: "count", title: "findings"}, count),
      article.changes > 0 ? element("span", {class: "count changed", title: "changed by the edit"}, `±${article.changes}`) : null));
  }

  choose(article) {
    this.dialog.close();
    this.on_choose(article);
  }

  /// Arrow keys walk through the list, Enter in the search field takes the first.
  key_down(event) {
    const buttons = [...byId("article-list").querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && buttons.length > 0) {
      event.preventDefault();
      buttons[Math.min(at + 1, buttons.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at === 0 ? byId("search") : buttons[at - 1]).focus();
    } else if (event.key === "Enter" && document.activeElement === byId("search")) {
      event.preventDefault();
      buttons[0]?.click();
    }
  }
}
