"""Reads the articles of a corpus and the expected claims beside them (format: corpus/README.md)."""
import html.parser
import json
import os
import re

LABEL_SIGNS = {
    "favourable": "+", "supports": "+", "praises": "+", "welcomes": "+", "calls for": "+", "defends": "+",
    "optimistic": "+", "confident": "+", "agrees with": "+", "plays down": "+",
    "unfavourable": "-", "opposes": "-", "rejects": "-", "criticises": "-", "accuses": "-", "disagrees with": "-",
    "warns of": "-", "pessimistic": "-", "worried": "-", "sceptical": "-", "denies": "-",
    "admits": "0", "asks": "0",
}
STATED = {"states+": "+", "states-": "-", "states0": "0", "states*": "*"}
FLAGS = {"negated", "possible", "reported", "conditional", "question", "future"}
ARTICLE_ENDINGS = (".txt", ".md", ".html", ".jsonl", ".conllu")
TEXT_FIELD = "text"


class CorpusError(Exception):
    pass


class Expectation:
    """One line of a .claims file: who takes which stance on what, and the words that prove it."""

    def __init__(self, line, fields, constructions):
        speaker, label, subject, flags, self.piece = fields
        self.line = line
        self.speakers, self.subjects = alternatives(speaker), alternatives(subject)
        self.labels = [label_and_sign(x) for x in alternatives(label)]
        self.flags = set() if flags == "-" else set(re.split(r"[,\s]+", flags))
        self.constructions = constructions
        if not self.flags <= FLAGS:
            raise ValueError(f"flags are {', '.join(sorted(FLAGS))} or -")


class Article:
    def __init__(self, name, text):
        self.name, self.text = name, text
        self.expectations, self.forbidden, self.open = [], [], []


class Corpus:
    def __init__(self, documents):
        self.documents = documents

    def find(self, name):
        """The article that a claim's `doc` names: with or without folders, file name before a record's id."""
        ends = [d for d in self.documents if d.name == name or d.name.endswith("/" + name) or
                re.search(r"(^|[/#:])" + re.escape(os.path.basename(d.name)) + "$", name)]
        return ends[0] if len(ends) == 1 else None


def alternatives(text):
    return [x.strip() for x in text.split(" / ")]


def label_and_sign(label):
    if label in STATED:
        return "states", STATED[label]
    negated = label.startswith("not ")
    if label.removeprefix("not ") not in LABEL_SIGNS:
        raise ValueError(f"no stance label called {label}")
    sign = LABEL_SIGNS[label.removeprefix("not ")]
    return label, {"+": "-", "-": "+", "0": "0"}[sign] if negated else sign


def sign_of(polarity):
    value = polarity if isinstance(polarity, (int, float)) else 0.0
    return "+" if value > 0.05 else "-" if value < -0.05 else "0"


def plain_words(name):
    words = re.findall(r"\w+(?:[.,]\w+)*", name.casefold().replace("’s", "").replace("'s", ""))
    while words and words[0] in ("the", "a", "an", "its", "their", "his", "her"):
        words.pop(0)
    return [w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in words]


def names_agree(expected, found):
    """Whether the name found has all words of an expected one and few others; case, articles and plural are ignored."""
    words = plain_words(found)
    for name in expected:
        wanted = plain_words(name)
        if wanted and set(wanted) <= set(words) and len(words) <= 2 * len(wanted) + 2:
            return True
    return False


def locate(piece, text):
    """Byte spans of the places in `text` where the piece stands, white space counting as one blank."""
    pattern = r"\s+".join(re.escape(word) for word in piece.split())
    return [(len(text[:m.start()].encode()), len(text[:m.end()].encode())) for m in re.finditer(pattern, text)]


class PageText(html.parser.HTMLParser):
    """All visible text of a page, furniture included: enough to check that the quoted pieces exist."""

    def __init__(self):
        super().__init__()
        self.texts, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("script", "style", "title")
        if tag in ("p", "li", "h1", "h2", "h3", "div", "a", "figcaption", "blockquote", "time", "td"):
            self.texts.append("\n")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style", "title")

    def handle_data(self, data):
        if not self.hidden:
            self.texts.append(data)


def read_article_texts(path):
    """Pairs of document name below the file (empty for the file itself) and text."""
    with open(path, encoding="utf8", newline="") as stream:
        raw = stream.read()
    if path.endswith(".jsonl"):
        records = [json.loads(line) for line in raw.splitlines() if line.strip()]
        return [(record["id"], record[TEXT_FIELD]) for record in records]
    if path.endswith(".html"):
        page = PageText()
        page.feed(raw)
        return [("", "".join(page.texts))]
    if path.endswith(".conllu"):
        return [("", "\n".join(re.findall(r"^# text = (.*)$", raw, flags=re.M)))]
    if path.endswith(".md"):
        raw = re.sub(r"\A---\n.*?\n---\n", "", raw, flags=re.S)
        raw = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", raw).replace("*", "").replace("> ", "")
    return [("", raw)]


def read_expectations(path, articles):
    """Adds the lines of one .claims file to its articles; `articles` maps a record's id ("" in a file of one) to them."""
    constructions = ["other"]
    several = "" not in articles
    with open(path, encoding="utf8") as stream:
        for number, line in enumerate(stream.read().split("\n"), 1):
            line = line.strip()
            if line.startswith("#"):
                constructions = [x.strip() for x in line[1:].split(",")]
            elif line:
                try:
                    add_line(line, articles, several, constructions)
                except ValueError as error:
                    raise CorpusError(f"{path}:{number}: {error}\n    {line}") from error


def add_line(line, articles, several, constructions):
    mark = line[0] if line[0] in "!?" else ""
    fields = [x.strip() for x in line[len(mark):].split(" | ")]
    record = fields.pop(0) if several else ""
    if record not in articles:
        raise ValueError(f"no article {record} in this file")
    article = articles[record]
    if len(fields) != (1 if mark else 5):
        raise ValueError("wanted: speaker | stance | subject | flags or - | piece of the text")
    places = locate(fields[-1], article.text)
    if len(places) != 1:
        raise ValueError(f"the piece stands {len(places)} times in the article, not once")
    if mark:
        (article.forbidden if mark == "!" else article.open).append(fields[0])
    else:
        article.expectations.append(Expectation(line, fields, constructions))


def load_corpus(folder):
    documents = []
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            path = os.path.join(parent, file)
            if file.endswith(ARTICLE_ENDINGS) and os.path.exists(path + ".claims"):
                name = os.path.relpath(path, folder)
                articles = {key: Article(f"{name}/{key}" if key else name, text) for key, text in read_article_texts(path)}
                read_expectations(path + ".claims", articles)
                documents += articles.values()
    if not documents:
        raise CorpusError(f"{folder}: no article with a .claims file beside it")
    return Corpus(documents)
