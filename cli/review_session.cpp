#include "cli/review_session.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/measure_table.hpp"
#include "workbench/claim_card.hpp"
#include "workbench/verdicts.hpp"

namespace stancegraph::cli {
namespace {

/// What can be answered; any beginning of a word that no other word has is enough.
enum class Answer : std::uint8_t { yes, no, skip, back, quit };
constexpr std::array<std::string_view, 5> kAnswers{"yes", "no", "skip", "back", "quit"};

/// What can be wrong; `claim`: there is none.
constexpr std::array<std::string_view, 4> kWrong{"speaker", "stance", "subject", "claim"};

/// The only one of the words that begins so, else nothing.
template <std::size_t Size>
std::optional<std::size_t> word_of(const std::array<std::string_view, Size>& words,
                                   std::string_view beginning) {
    std::optional<std::size_t> found;
    for (std::size_t at = 0; at < words.size() && !beginning.empty(); ++at) {
        if (words[at].starts_with(beginning)) {
            if (found.has_value()) {
                return std::nullopt;
            }
            found = at;
        }
    }
    return found;
}

/// A line of input in lower case without blanks at its ends; nothing at the end of the input.
std::optional<std::string> read_line(Streams& streams) {
    std::string line;
    if (!std::getline(streams.in, line)) {
        return std::nullopt;
    }
    line = utf8::to_lower(line);
    const std::size_t begin = line.find_first_not_of(" \t\r");
    return begin == std::string::npos ? std::string()
                                      : line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

class Session {
public:
    Session(const std::vector<Claim>& claims, const std::function<std::string(const std::string&)>& text_of,
            VerdictTable& verdicts, Streams& streams)
        : claims_(claims), text_of_(text_of), verdicts_(verdicts), streams_(streams) {}

    void run() {
        while (at_ < claims_.size() && step()) {
        }
        sum_up();
    }

private:
    /// Asks about one claim; false where the session is over.
    [[nodiscard]] bool step();
    [[nodiscard]] std::optional<std::string> ask(std::string_view question);
    /// What is wrong, from the rest of the answer or by asking; nothing at the end of the input.
    [[nodiscard]] std::optional<std::string> ask_what_is_wrong(std::string said);
    void store(bool is_right, const std::string& wrong);
    void sum_up();

    const std::vector<Claim>& claims_;
    const std::function<std::string(const std::string&)>& text_of_;
    VerdictTable& verdicts_;
    Streams& streams_;
    std::size_t at_ = 0;
    std::map<std::size_t, std::string> given_;  ///< By claim: empty for right, else what is wrong.
};

std::optional<std::string> Session::ask(std::string_view question) {
    streams_.out << question << std::flush;
    auto line = read_line(streams_);
    if (!line.has_value()) {
        streams_.out << '\n';
    }
    return line;
}

std::optional<std::string> Session::ask_what_is_wrong(std::string said) {
    said.erase(0, said.find_first_not_of(' '));
    while (true) {
        if (const auto wrong = word_of(kWrong, said)) {
            return std::string(kWrong[*wrong]);
        }
        auto line = ask("  what is wrong?  sp speaker, st stance, su subject, c there is no claim: ");
        if (!line.has_value()) {
            return std::nullopt;
        }
        said = std::move(*line);
    }
}

void Session::store(bool is_right, const std::string& wrong) {
    verdicts_.put(verdict_on(claims_[at_], is_right, wrong));
    given_[at_] = wrong;
    ++at_;
}

bool Session::step() {
    const Claim& claim = claims_[at_];
    streams_.out << fmt::format("\n{} of {}   {}   {}\n", at_ + 1, claims_.size(), claim.rule,
                                utf8::visible(fmt::format("{}:{}", claim.doc, claim.line)))
                 << claim_card(claim, text_of_(claim.doc));
    while (true) {
        const auto line = ask("right?  y yes, n no, s skip, b back, q quit: ");
        if (!line.has_value()) {
            return false;
        }
        const std::size_t blank = line->find(' ');
        const auto answer = word_of(kAnswers, std::string_view(*line).substr(0, blank));
        if (!answer.has_value()) {
            continue;
        }
        switch (static_cast<Answer>(*answer)) {
            case Answer::yes:
                store(true, {});
                return true;
            case Answer::no: {
                const auto wrong =
                    ask_what_is_wrong(blank == std::string::npos ? "" : line->substr(blank + 1));
                if (wrong.has_value()) {
                    store(false, *wrong);
                }
                return wrong.has_value();
            }
            case Answer::skip:
                ++at_;
                return true;
            case Answer::back:
                at_ -= at_ > 0 ? 1 : 0;
                return true;
            case Answer::quit:
                return false;
        }
    }
}

void Session::sum_up() {
    Share share{.right = 0, .of = static_cast<std::uint32_t>(given_.size())};
    std::map<std::string, std::uint32_t> wrong;
    for (const auto& [claim, what] : given_) {
        share.right += what.empty() ? 1U : 0U;
        if (!what.empty()) {
            ++wrong[what];
        }
    }
    streams_.out << fmt::format("\n{} judged, {} right", share.of, share.right);
    if (share.of > 0) {
        streams_.out << fmt::format(": {} ({})", percent(share), percent_interval(share));
    }
    for (const auto& [what, times] : wrong) {
        streams_.out << fmt::format("   wrong {} {}", what, times);
    }
    streams_.out << '\n';
}

}  // namespace

void review(const std::vector<Claim>& claims,
            const std::function<std::string(const std::string& doc)>& text_of, VerdictTable& verdicts,
            Streams& streams) {
    Session(claims, text_of, verdicts, streams).run();
}

}  // namespace stancegraph::cli
