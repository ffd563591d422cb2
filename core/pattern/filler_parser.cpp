#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "pattern/cursor.hpp"
#include "pattern/names.hpp"
#include "pattern/parser.hpp"
#include "pattern/test_parser.hpp"

namespace stancegraph::pattern {
namespace {

class FillerParser {
public:
    FillerParser(const SourceText& source, Diagnostics& diagnostics) : cursor_(source, diagnostics) {}

    std::optional<Filler> filler() {
        Filler filler;
        do {
            auto choice = this->choice();
            if (!choice) {
                return std::nullopt;
            }
            filler.choices.push_back(std::move(*choice));
        } while (cursor_.accept_after_blanks("|"));
        return is_finished() ? std::optional(std::move(filler)) : std::nullopt;
    }

    std::optional<std::vector<Path>> attach() {
        std::vector<Path> paths;
        do {
            cursor_.skip_blanks();
            const std::uint32_t begin = cursor_.at();
            auto path = this->path(true);
            if (!path) {
                return std::nullopt;
            }
            if (path->end.empty()) {
                cursor_.error("SG1117", "this path leads nowhere", {begin, cursor_.at()},
                              "end it with the part it must reach, for example m <advmod cue");
                return std::nullopt;
            }
            paths.push_back(std::move(*path));
        } while (cursor_.accept_after_blanks("|"));
        return is_finished() ? std::optional(std::move(paths)) : std::nullopt;
    }

private:
    bool is_finished() {
        cursor_.skip_blanks();
        if (cursor_.is_at_end()) {
            return true;
        }
        const ByteSpan here = cursor_.word_here();
        cursor_.error("SG1117",
                      fmt::format("'{}' does not belong here", cursor_.between(here.begin, here.end)), here,
                      "a path is a part and its steps: cue >who, cue >prep(about, on) NP; choices are joined "
                      "with '|'");
        return false;
    }

    std::optional<FillerChoice> choice() {
        cursor_.skip_blanks();
        const std::uint32_t begin = cursor_.at();
        if (cursor_.peek() >= 'A' && cursor_.peek() <= 'Z') {
            return author();
        }
        Cursor ahead = cursor_;
        const std::string name(ahead.accept_name());
        decltype(FillerChoice::form) form;
        if (name == "enclosing" && is_whole_word(ahead)) {
            cursor_ = ahead;
            form = Enclosing{};
        } else if (name == "topic" && (is_whole_word(ahead) || ahead.peek() == '(')) {
            cursor_ = ahead;
            auto topic = this->topic();
            if (!topic) {
                return std::nullopt;
            }
            form = std::move(*topic);
        } else if (!name.empty() && ahead.accept(".")) {
            cursor_ = ahead;
            const std::string slot(cursor_.accept_name());
            if (slot.empty()) {
                cursor_.error("SG1117", "the slot's name is missing after '.'", {begin, cursor_.at()},
                              fmt::format("write for example {}.speaker", name));
                return std::nullopt;
            }
            form = SlotReference{.result = name, .slot = slot};
        } else {
            auto path = this->path(false);
            if (!path) {
                return std::nullopt;
            }
            form = std::move(*path);
        }
        return FillerChoice{.form = std::move(form), .span = cursor_.in_file(begin, cursor_.at())};
    }

    static bool is_whole_word(Cursor ahead) {
        ahead.skip_blanks();
        return ahead.is_at_end() || ahead.peek() == '|';
    }

    std::optional<FillerChoice> author() {
        const std::uint32_t begin = cursor_.at();
        const ByteSpan word = cursor_.word_here();
        const std::string name(cursor_.accept_capitals());
        if (name != "AUTHOR") {
            cursor_.error(
                "SG1117",
                fmt::format("{} is not something to fill a slot with", cursor_.between(word.begin, word.end)),
                word,
                "a path starts with a part of the match, such as cue >who SPEAKER; the writer of the "
                "article is AUTHOR");
            return std::nullopt;
        }
        return FillerChoice{.form = Author{}, .span = cursor_.in_file(begin, cursor_.at())};
    }

    std::optional<Topic> topic() {
        const std::uint32_t open = cursor_.at();
        Topic topic;
        if (cursor_.accept("(")) {
            cursor_.skip_blanks();
            topic.result = cursor_.accept_name();
            if (topic.result.empty() || !cursor_.accept_after_blanks(")")) {
                cursor_.error("SG1117", "topic takes the name of one result", {open, cursor_.at()},
                              "write topic, or topic(said) with a name from 'given:'");
                return std::nullopt;
            }
        }
        return topic;
    }

    std::optional<Path> path(bool may_end_in_name) {
        Path path;
        path.start = cursor_.accept_name();
        if (path.start.empty()) {
            cursor_.error("SG1117", "a path starts with the name of a part of the match", cursor_.word_here(),
                          "write for example cue >who");
            return std::nullopt;
        }
        for (cursor_.skip_blanks(); is_at_step(); cursor_.skip_blanks()) {
            auto step = this->step();
            if (!step) {
                return std::nullopt;
            }
            path.steps.push_back(std::move(*step));
        }
        if (cursor_.peek() >= 'A' && cursor_.peek() <= 'Z') {
            path.kind = parse_kind(cursor_);
            if (!path.kind) {
                return std::nullopt;
            }
        } else if (may_end_in_name) {
            path.end = cursor_.accept_name();
        }
        return path;
    }

    [[nodiscard]] bool is_at_step() const {
        return cursor_.peek() == '>' || cursor_.peek() == '<' || cursor_.peek() == '[';
    }

    std::optional<Step> step() {
        const std::uint32_t begin = cursor_.at();
        if (cursor_.peek() == '[') {
            auto test = parse_bracketed_test(cursor_, depth_);
            return test ? std::optional(
                              Step{.form = std::move(*test), .span = cursor_.in_file(begin, cursor_.at())})
                        : std::nullopt;
        }
        Step::Move move;
        move.direction = cursor_.peek() == '>' ? Direction::down : Direction::up;
        cursor_.advance(1);
        const std::uint32_t bracket = cursor_.at();
        const bool is_group = cursor_.accept("(");
        do {
            cursor_.skip_blanks();
            auto edge = this->edge(move.direction);
            if (!edge) {
                return std::nullopt;
            }
            move.edges.push_back(std::move(*edge));
        } while (is_group && cursor_.accept_after_blanks("|"));
        if (is_group && !cursor_.accept_after_blanks(")")) {
            cursor_.error("SG1103", "this '(' is never closed", {bracket, bracket + 1},
                          "relations in brackets are joined with '|': >(obj | obl)");
            return std::nullopt;
        }
        if (cursor_.accept("*")) {
            move.is_repeated = true;
        } else {
            move.is_optional = cursor_.accept("?");
        }
        return Step{.form = std::move(move), .span = cursor_.in_file(begin, cursor_.at())};
    }

    std::optional<Edge> edge(Direction direction) {
        const std::uint32_t begin = cursor_.at();
        std::string name(cursor_.accept_name());
        if (name == "prep") {
            return preposition(begin);
        }
        if (cursor_.accept(":")) {
            name += ":" + std::string(cursor_.accept_name());
        }
        if (name.empty()) {
            cursor_.error(
                "SG1117", "a relation is missing here", cursor_.word_here(),
                "roles: who, what, whom, clause, poss, prep(...); or a relation such as nsubj, without a "
                "blank before it");
            return std::nullopt;
        }
        if (const auto role = find_role(name)) {
            if (direction == Direction::up &&
                (*role == Role::who || *role == Role::what || *role == Role::whom)) {
                cursor_.error("SG1118", fmt::format("'<{}' has no meaning: this role only leads down", name),
                              {begin, cursor_.at()},
                              "upwards use a relation such as <nsubj or <obj, or <clause");
                return std::nullopt;
            }
            return Edge{.form = *role, .span = cursor_.in_file(begin, cursor_.at())};
        }
        if (!is_relation(name)) {
            report_relation(name, begin);
            return std::nullopt;
        }
        return Edge{.form = Edge::Label{std::move(name)}, .span = cursor_.in_file(begin, cursor_.at())};
    }

    void report_relation(const std::string& name, std::uint32_t begin) {
        std::vector<std::string> names(kRoleNames.begin(), kRoleNames.end());
        names.emplace_back("prep");
        const auto relations = relation_names();
        names.insert(names.end(), relations.begin(), relations.end());
        const std::string guess = did_you_mean(name, names);
        cursor_.error("SG1104", fmt::format("no relation called '{}'", name), {begin, cursor_.at()},
                      fmt::format("{}{}roles: who, what, whom, clause, poss, prep(...)", guess,
                                  guess.empty() ? "" : " "));
    }

    std::optional<Edge> preposition(std::uint32_t begin) {
        Edge::Preposition preposition;
        bool is_good = cursor_.accept("(");
        while (is_good) {
            cursor_.skip_blanks();
            const std::uint32_t word = cursor_.at();
            while (!cursor_.is_at_end() &&
                   std::string_view(" \t\r\n,()|").find(cursor_.peek()) == std::string_view::npos) {
                cursor_.advance(1);
            }
            preposition.words.emplace_back(cursor_.between(word, cursor_.at()));
            is_good = !preposition.words.back().empty();
            if (!is_good || !cursor_.accept_after_blanks(",")) {
                break;
            }
        }
        if (!is_good || !cursor_.accept_after_blanks(")")) {
            cursor_.error("SG1117", "prep needs its words in brackets", {begin, cursor_.at()},
                          "write for example >prep(about, on); each is one word");
            return std::nullopt;
        }
        return Edge{.form = std::move(preposition), .span = cursor_.in_file(begin, cursor_.at())};
    }

    Cursor cursor_;
    std::uint32_t depth_ = 0;
};

}  // namespace

std::optional<Filler> parse_filler(const SourceText& source, Diagnostics& diagnostics) {
    return FillerParser(source, diagnostics).filler();
}

std::optional<std::vector<Path>> parse_attach(const SourceText& source, Diagnostics& diagnostics) {
    return FillerParser(source, diagnostics).attach();
}

}  // namespace stancegraph::pattern
