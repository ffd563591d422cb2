#include "pipeline/sentence_cases.hpp"

#include <algorithm>

namespace stancegraph::test {
namespace {

const std::string kRuler(20, '=');
constexpr std::string_view kPartLine = "---";

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool is_ruler(std::string_view line) {
    return line.starts_with("===") && line.find_first_not_of('=') == std::string_view::npos;
}

std::string without_outer_blank_lines(std::string text) {
    text.erase(0, std::min(text.find_first_not_of('\n'), text.size()));
    text.erase(text.find_last_not_of('\n') + 1);
    return text;
}

/// Reads the lines below a title: the text, then the parts behind `---`.
class CaseReader {
public:
    explicit CaseReader(std::string title) { case_.title = std::move(title); }

    void add(const std::string& line) {
        if (line == kPartLine) {
            ++part_;
            case_.has_attributions = case_.has_attributions || part_ == 2;
        } else if (part_ == 0) {
            case_.text += line + '\n';
        } else if (!line.empty()) {
            (part_ == 1 ? case_.claims : case_.attributions).push_back(line);
        }
    }

    [[nodiscard]] SentenceCase finish() {
        case_.text = without_outer_blank_lines(std::move(case_.text));
        return std::move(case_);
    }

private:
    SentenceCase case_;
    int part_ = 0;
};

void append_part(std::string& file, const std::vector<std::string>& lines) {
    file.append("\n").append(kPartLine).append(lines.empty() ? "\n" : "\n\n");
    for (const std::string& line : lines) {
        file.append(line).append("\n");
    }
}

}  // namespace

std::vector<SentenceCase> parse_cases(std::string_view file) {
    const std::vector<std::string> lines = lines_of(file);
    std::vector<SentenceCase> cases;
    for (std::size_t at = 0; at + 2 < lines.size();) {
        if (!is_ruler(lines[at]) || !is_ruler(lines[at + 2])) {
            ++at;
            continue;
        }
        CaseReader reader(lines[at + 1]);
        for (at += 3; at < lines.size() && !is_ruler(lines[at]); ++at) {
            reader.add(lines[at]);
        }
        cases.push_back(reader.finish());
    }
    return cases;
}

std::string print_cases(const std::vector<SentenceCase>& cases) {
    std::string file;
    for (const SentenceCase& printed : cases) {
        file += file.empty() ? "" : "\n";
        file.append(kRuler).append("\n").append(printed.title).append("\n").append(kRuler).append("\n\n");
        file.append(printed.text).append("\n");
        append_part(file, printed.claims);
        if (printed.has_attributions) {
            append_part(file, printed.attributions);
        }
    }
    return file;
}

std::string difference_of(std::vector<std::string> expected, std::vector<std::string> got) {
    std::ranges::sort(expected);
    std::ranges::sort(got);
    std::string difference;
    const auto add = [&](char sign, const std::vector<std::string>& of,
                         const std::vector<std::string>& without) {
        std::vector<std::string> rest;
        std::ranges::set_difference(of, without, std::back_inserter(rest));
        for (const std::string& line : rest) {
            difference.append(1, sign).append(" ").append(line).append("\n");
        }
    };
    add('-', expected, got);
    add('+', got, expected);
    return difference;
}

}  // namespace stancegraph::test
