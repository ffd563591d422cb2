#include "resolve/claim_file.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace stancegraph {
namespace {

constexpr std::size_t kMostReports = 20;

/// Reports the bad lines of one file: the first ones one by one, the rest as a number.
class BadLines {
public:
    BadLines(std::shared_ptr<const InputFile> file, Diagnostics& diagnostics)
        : file_(std::move(file)), diagnostics_(&diagnostics) {}

    void add(std::string code, std::string message, ByteSpan span, std::string hint) {
        ++count_;
        if (count_ <= kMostReports) {
            diagnostics_->add({.code = std::move(code),
                               .severity = Severity::warning,
                               .message = std::move(message),
                               .location = {.file = file_, .span = span},
                               .hint = std::move(hint),
                               .notes = {}});
        }
    }

    void finish() {
        if (count_ > kMostReports) {
            diagnostics_->add({.code = "SG2403",
                               .severity = Severity::warning,
                               .message = fmt::format("{} more lines of '{}' are no claims and were left out",
                                                      count_ - kMostReports, file_->name()),
                               .location = {},
                               .hint = "check that the file is one that 'stancegraph build' or 'merge' wrote",
                               .notes = {}});
        }
    }

private:
    std::shared_ptr<const InputFile> file_;
    Diagnostics* diagnostics_;
    std::size_t count_ = 0;
};

std::string_view without_line_end(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

void read_line(std::string_view line, std::uint32_t begin, std::vector<Claim>& claims, BadLines& bad_lines) {
    const json::Parsed parsed = json::parse(line);
    if (!parsed.value) {
        const auto at = begin + static_cast<std::uint32_t>(std::min(parsed.error.offset, line.size()));
        bad_lines.add("SG2401", fmt::format("this line is no JSON: {}", parsed.error.message),
                      {.begin = at, .end = at}, "every line of a claims file is one JSON object");
        return;
    }
    if (auto claim = claim_from_json(*parsed.value)) {
        claims.push_back(*std::move(claim));
        return;
    }
    bad_lines.add("SG2402", "this line is no claim: it is no object with an 'id'",
                  {.begin = begin, .end = begin + 1}, "see 'The claim record' in the manual for its members");
}

}  // namespace

bool claim_order(const Claim& a, const Claim& b) {
    return std::tie(a.doc, a.cue, a.id) < std::tie(b.doc, b.cue, b.id);
}

void write_claims(std::span<const Claim> claims, std::ostream& out) {
    for (const Claim& claim : claims) {
        out << to_json(claim) << '\n';
    }
}

std::vector<Claim> read_claims(const std::shared_ptr<const InputFile>& file, Diagnostics& diagnostics) {
    std::vector<Claim> claims;
    BadLines bad_lines(file, diagnostics);
    const std::string_view text = file->text();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t line_end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = without_line_end(text.substr(begin, line_end - begin));
        if (!line.empty()) {
            read_line(line, static_cast<std::uint32_t>(begin), claims, bad_lines);
        }
        begin = line_end + 1;
    }
    bad_lines.finish();
    return claims;
}

}  // namespace stancegraph
