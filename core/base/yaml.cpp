#include "base/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "base/yaml_advice.hpp"
#include "base/yaml_bytes.hpp"
#include "base/yaml_places.hpp"

namespace stancegraph::yaml {
namespace {

/// Thrown through yaml-cpp to stop it; the reason has been reported.
struct Stopped {
    ByteSpan value;  ///< What is wrong, where all else can be read without it.
};

/// So often a file is read again without the value that was wrong; large ones less often.
constexpr std::size_t kMostReadings = 50;
constexpr std::size_t kMostBytesRead = 32U << 20U;

Style style_of(std::string_view raw, std::uint32_t at, std::string_view tag) {
    if (tag != "!" || at >= raw.size()) {
        return Style::plain;
    }
    switch (raw[at]) {
        case '\'':
            return Style::single_quoted;
        case '"':
            return Style::double_quoted;
        case '|':
            return Style::literal;
        case '>':
            return Style::folded;
        default:
            return Style::plain;
    }
}

/// Makes the tree from yaml-cpp's events and reports what is not allowed in it.
class TreeBuilder : public YAML::EventHandler {
public:
    /// `raw` is the text of the file up to the end of the part; what is in `faulty` has been reported, and
    /// stands in `raw` as letters.
    TreeBuilder(std::shared_ptr<const InputFile> file, std::string_view raw, std::uint32_t begin,
                const std::vector<ByteSpan>& faulty, Diagnostics& diagnostics)
        : file_(std::move(file)), raw_(raw), base_(begin), faulty_(&faulty), diagnostics_(&diagnostics) {}

    [[nodiscard]] Node take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& /*mark*/) override {}

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        const std::uint32_t at = offset_of(mark);
        const bool is_key = !open_.empty() && open_.back().node.kind == Kind::mapping && !open_.back().key;
        Node node;
        node.text = null_text(raw_, at, is_key);
        node.span = {at, at + static_cast<std::uint32_t>(node.text.size())};
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        const std::uint32_t at = offset_of(mark);
        report("SG1019", "references (*name) are not allowed", {at, at + 1},
               "write the text again; rules share words through lexicons and patterns through macros");
        Node node;
        node.span = {at, at + 1};
        add(std::move(node));
    }

    void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
        const std::uint32_t at = offset_of(mark);
        report("SG1019", "anchors (&name) are not allowed",
               {at, at + 1 + static_cast<std::uint32_t>(name.size())},
               "remove it; rules share words through lexicons and patterns through macros");
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        Node node;
        node.kind = Kind::scalar;
        node.text = value;
        node.span.begin = begin_of(mark, anchor);
        const auto faulty = std::ranges::find(*faulty_, node.span.begin, &ByteSpan::begin);
        if (faulty != faulty_->end()) {
            add({.kind = Kind::null,
                 .style = Style::plain,
                 .text = {},
                 .span = *faulty,
                 .items = {},
                 .entries = {}});
            return;
        }
        node.style = style_of(raw_, node.span.begin, tag);
        check_tag(tag, node.span.begin, node.style != Style::plain);
        node.span.end = std::max(node.span.begin, end_of_scalar(raw_, node));
        check_closed(node);
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(Kind::sequence, begin_of(mark, anchor), tag);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(Kind::mapping, begin_of(mark, anchor), tag);
    }

    void OnMapEnd() override { close(); }

private:
    struct Open {
        Node node;
        std::optional<Node> key;
        std::map<std::string, ByteSpan> keys;
    };

    [[nodiscard]] std::uint32_t offset_of(const YAML::Mark& mark) const {
        const auto at = static_cast<std::uint32_t>(std::max(mark.pos, 0));
        return std::min(base_ + at, static_cast<std::uint32_t>(raw_.size()));
    }

    /// The mark of a node with an anchor is the anchor's: the node follows.
    [[nodiscard]] std::uint32_t begin_of(const YAML::Mark& mark, YAML::anchor_t anchor) const {
        const std::uint32_t at = offset_of(mark);
        if (anchor == 0 || at >= raw_.size() || raw_[at] != '&') {
            return at;
        }
        const std::size_t end = std::min(raw_.find_first_of(" \t\r\n", at), raw_.size());
        return static_cast<std::uint32_t>(std::min(raw_.find_first_not_of(" \t\r\n", end), raw_.size()));
    }

    void report(std::string code, std::string message, ByteSpan span, std::string hint,
                std::vector<Note> notes = {}) {
        diagnostics_->add({.code = std::move(code),
                           .severity = Severity::error,
                           .message = std::move(message),
                           .location = {.file = file_, .span = span},
                           .hint = std::move(hint),
                           .notes = std::move(notes)});
    }

    void check_tag(const std::string& tag, std::uint32_t at, bool is_quoted_or_block) {
        if (tag.empty() || tag == "?" || (tag == "!" && is_quoted_or_block)) {
            return;
        }
        const auto end = static_cast<std::uint32_t>(std::min(raw_.find_first_of(" \t\r\n", at), raw_.size()));
        report("SG1020", "YAML takes a word that begins with '!' for a tag and drops it", {at, end},
               "put the text in quotes or after '|'");
    }

    /// From the byte to the end of its line, without blanks.
    [[nodiscard]] ByteSpan line_end(std::uint32_t begin) const {
        const std::size_t end = std::min(raw_.find('\n', begin), raw_.size());
        const std::size_t visible = raw_.substr(begin, end - begin).find_last_not_of(" \r") + 1;
        return {begin, begin + static_cast<std::uint32_t>(visible)};
    }

    void check_closed(const Node& node) {
        const bool is_quoted = node.style == Style::single_quoted || node.style == Style::double_quoted;
        if (!is_quoted || is_closed(raw_, node)) {
            return;
        }
        report("SG1011", "this quotation mark is never closed; YAML read the rest of the file as text",
               {node.span.begin, node.span.begin + 1},
               "close it, or put the sentence on its own line after '|'");
        throw Stopped{line_end(node.span.begin)};
    }

    void open(Kind kind, std::uint32_t begin, const std::string& tag) {
        check_tag(tag, begin, false);
        if (open_.size() >= kMaxDepth) {
            report("SG1004", fmt::format("more than {} levels inside each other", kMaxDepth),
                   {begin, begin + 1}, "a rule file needs about ten: check the brackets and the indentation");
            throw Stopped{{}};
        }
        Open opened;
        opened.node.kind = kind;
        opened.node.span = {begin, begin};
        open_.push_back(std::move(opened));
    }

    void close() {
        Node node = std::move(open_.back().node);
        open_.pop_back();
        std::uint32_t end = node.span.begin;
        if (!node.items.empty()) {
            end = node.items.back().span.end;
        } else if (!node.entries.empty()) {
            end = std::max(node.entries.back().key.span.end, node.entries.back().value.span.end);
        }
        const char first = node.span.begin < raw_.size() ? raw_[node.span.begin] : '\0';
        const bool is_flow = first == (node.kind == Kind::sequence ? '[' : '{');
        node.span.end = is_flow ? end_of_flow(raw_, std::max(end, node.span.begin + 1)) : end;
        add(std::move(node));
    }

    void add(Node node) {
        if (++count_ > kMaxNodes) {
            report("SG1005", fmt::format("more than {} values in one file", kMaxNodes),
                   {node.span.begin, node.span.begin}, "split it into several files");
            throw Stopped{{}};
        }
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& parent = open_.back();
        if (parent.node.kind == Kind::sequence) {
            parent.node.items.push_back(std::move(node));
        } else if (!parent.key) {
            parent.key = std::move(node);
        } else {
            add_entry(parent, std::move(node));
        }
    }

    void add_entry(Open& parent, Node value) {
        Node key = std::move(*parent.key);
        parent.key.reset();
        if (key.kind == Kind::sequence || key.kind == Kind::mapping) {
            report("SG1021", "a key must be a word, not a list", {key.span.begin, key.span.begin + 1},
                   "if this is a pattern, put it after '|' on the next line");
            return;
        }
        if (key.kind == Kind::null) {  // `null:` is a word like others here
            key.kind = Kind::scalar;
        }
        if (key.text == "<<" && key.style == Style::plain) {
            report("SG1019", "merge keys (<<) are not allowed", key.span,
                   "lists share words with 'extends:', rules share patterns through 'macros:'");
            return;
        }
        const auto [first, is_new] = parent.keys.emplace(key.text, key.span);
        if (!is_new) {
            const std::uint32_t line = file_->place_of(first->second.begin).line;
            report("SG1012", fmt::format("'{}' is given twice (first at line {})", key.text, line), key.span,
                   "remove one of them; in a list each item begins with '- '",
                   {{.message = "first here", .location = {.file = file_, .span = first->second}}});
            return;
        }
        parent.node.entries.push_back({.key = std::move(key), .value = std::move(value)});
    }

    std::shared_ptr<const InputFile> file_;
    std::string_view raw_;
    std::uint32_t base_;
    const std::vector<ByteSpan>* faulty_;
    Diagnostics* diagnostics_;
    std::vector<Open> open_;
    Node root_;
    std::uint32_t count_ = 0;
};

ByteSpan without_mark(std::string_view text, ByteSpan part) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(part.begin, part.size()).starts_with(kByteOrderMark)) {
        part.begin += 3;
    }
    return part;
}

/// What comes of reading a text once.
struct Reading {
    std::optional<Node> tree;
    ByteSpan value;       ///< A value that keeps the rest from being read; empty where there is none.
    Diagnostics mistake;  ///< What is wrong with that value.
    Diagnostics all;
};

Diagnostics last_of(const Diagnostics& all) {
    Diagnostics last;
    last.add(all.all().back());
    return last;
}

Reading read_once(const std::shared_ptr<const InputFile>& file, const std::string& text, ByteSpan part,
                  const std::vector<ByteSpan>& faulty) {
    Reading reading;
    TreeBuilder builder(file, text, part.begin, faulty, reading.all);
    try {
        std::istringstream stream(text.substr(part.begin));
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        reading.tree = builder.take();
    } catch (const Stopped& stopped) {
        reading.value = stopped.value;
        reading.mistake = last_of(reading.all);
    } catch (const YAML::Exception& exception) {
        const auto at = part.begin + static_cast<std::uint32_t>(std::max(exception.mark.pos, 0));
        FoundMistake found = advice(file, part, at, exception.msg);
        const bool is_told = std::ranges::find(faulty, found.value) != faulty.end();
        if (!is_told) {  // else what is wrong below comes from what was told above
            reading.all.add(found.diagnostic);
            reading.mistake.add(std::move(found.diagnostic));
            reading.value = found.value;
        }
    }
    return reading;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    const auto found =
        std::ranges::find_if(entries, [key](const Entry& entry) { return entry.key.text == key; });
    return found == entries.end() ? nullptr : &found->value;
}

std::optional<Node> parse(const std::shared_ptr<const InputFile>& file, ByteSpan part,
                          Diagnostics& diagnostics) {
    part = without_mark(file->text(), part);
    if (!check_bytes(file, part, diagnostics)) {
        return std::nullopt;
    }
    std::string text(file->text().substr(0, part.end));
    std::vector<ByteSpan> faulty;
    const std::size_t most = std::min(kMostReadings, 1 + kMostBytesRead / (text.size() + 1));
    for (std::size_t count = 0; count < most; ++count) {
        Reading result = read_once(file, text, part, faulty);
        // What is said besides is said again by the reading that comes to the end.
        diagnostics.append(result.value.is_empty() ? result.all : result.mistake);
        if (result.value.is_empty()) {
            return std::move(result.tree);
        }
        std::fill(text.begin() + result.value.begin, text.begin() + result.value.end, 'x');
        faulty.push_back(result.value);
    }
    return std::nullopt;
}

std::optional<Node> parse(const std::shared_ptr<const InputFile>& file, Diagnostics& diagnostics) {
    return parse(file, {0, static_cast<std::uint32_t>(file->text().size())}, diagnostics);
}

}  // namespace stancegraph::yaml
