#include "text/jsonl_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "text/date.hpp"
#include "text/document_names.hpp"
#include "text/plain_reader.hpp"
#include "text/text_location.hpp"

namespace stancegraph {
namespace {

/// A number as it was most likely written: without decimals where it has none.
std::string number_text(double number) {
    constexpr double kExact = 9007199254740992.0;  // 2^53
    if (std::isfinite(number) && std::floor(number) == number && std::abs(number) <= kExact) {
        return fmt::format("{}", static_cast<std::int64_t>(number));
    }
    return fmt::format("{}", number);
}

/// Strings as they are, numbers written out, arrays joined by commas, objects by their `name`.
std::string text_of(const json::Value& value) {
    if (const std::string* text = value.string()) {
        return *text;
    }
    if (const auto number = value.number()) {
        return number_text(*number);
    }
    if (value.object() != nullptr) {
        return value.text_of("name");
    }
    std::string joined;
    if (const json::Array* items = value.array()) {
        for (const json::Value& item : *items) {
            const std::string text = item.array() == nullptr ? text_of(item) : std::string();
            joined += joined.empty() || text.empty() ? text : ", " + text;
        }
    }
    return joined;
}

class RecordReader {
public:
    RecordReader(const std::string& name, const ReadOptions& options, Diagnostics& diagnostics)
        : name_(name),
          options_(&options),
          diagnostics_(&diagnostics),
          faults_(name, "lines with faults", diagnostics) {}

    /// `line` is a line of `bytes`, which begin at line `first_line` of the file.
    void read_line(std::string_view line, std::uint32_t number);

    [[nodiscard]] std::vector<Document> take() { return std::move(documents_); }

private:
    [[nodiscard]] std::string field(const json::Value& record, const std::string& ours) const;
    [[nodiscard]] std::optional<json::Value> parse(std::string_view line, std::uint32_t number);
    void add_document(const json::Value& record, std::string_view line, std::uint32_t number);
    void report(std::string code, Severity severity, std::string message, std::string hint,
                std::string_view line, std::uint32_t number, std::size_t offset = 0);

    std::string name_;
    const ReadOptions* options_;
    Diagnostics* diagnostics_;
    FaultCounter faults_;
    DocumentNames names_;
    std::vector<Document> documents_;
};

void RecordReader::report(std::string code, Severity severity, std::string message, std::string hint,
                          std::string_view line, std::uint32_t number, std::size_t offset) {
    if (faults_.count()) {
        diagnostics_->add({.code = std::move(code),
                           .severity = severity,
                           .message = std::move(message),
                           .location = place_in(name_, line, offset, number),
                           .hint = std::move(hint),
                           .notes = {}});
    }
}

std::string RecordReader::field(const json::Value& record, const std::string& ours) const {
    const auto mapped = options_->jsonl_fields.find(ours);
    const std::string_view theirs = mapped == options_->jsonl_fields.end() ? ours : mapped->second;
    if (const json::Value* value = record.find(theirs)) {
        return text_of(*value);
    }
    const json::Value* value = &record;
    for (std::size_t at = 0; value != nullptr && at <= theirs.size();) {
        const std::size_t dot = std::min(theirs.find('.', at), theirs.size());
        value = value->find(theirs.substr(at, dot - at));
        at = dot + 1;
    }
    return value == nullptr ? std::string() : text_of(*value);
}

std::optional<json::Value> RecordReader::parse(std::string_view line, std::uint32_t number) {
    json::Parsed parsed = json::parse(line);
    if (!parsed.value && !utf8::is_valid(line)) {
        const utf8::Repaired repaired = utf8::repair(line);
        parsed = json::parse(repaired.text);
        if (parsed.value) {
            report("SG2004", Severity::warning,
                   fmt::format(
                       "{} byte sequences are not valid UTF-8 and were replaced, the first at byte {} of the "
                       "line",
                       repaired.faults.size(), repaired.faults.front()),
                   "if the file is in another encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8", line,
                   number, repaired.faults.front());
        }
    }
    if (!parsed.value) {
        report("SG2010", Severity::error, fmt::format("this line is not JSON: {}", parsed.error.message),
               "JSON Lines has one complete object on each line", line, number, parsed.error.offset);
    }
    return std::move(parsed.value);
}

void RecordReader::read_line(std::string_view line, std::uint32_t number) {
    if (line.size() > options_->limits.line_bytes) {
        report("SG2013", Severity::error,
               fmt::format("this line has {} bytes, and the limit is {}", line.size(),
                           options_->limits.line_bytes),
               "split the record", line, number);
        return;
    }
    const std::optional<json::Value> record = parse(line, number);
    if (!record) {
        return;
    }
    if (record->object() == nullptr) {
        report("SG2011", Severity::error, "this line is no object, so it has no fields",
               "a record looks like {\"id\": \"a1\", \"title\": \"…\", \"text\": \"…\"}", line, number);
        return;
    }
    add_document(*record, line, number);
}

void RecordReader::add_document(const json::Value& record, std::string_view line, std::uint32_t number) {
    Document document;
    document.name = field(record, "id");
    if (document.name.empty()) {
        document.name = fmt::format("{}#{}", name_, number);
    }
    Source& source = document.source;
    source = {.outlet = field(record, "outlet"),
              .title = field(record, "title"),
              .url = field(record, "url"),
              .date = {},
              .author = field(record, "author")};
    const std::string date = field(record, "date");
    source.date = iso_date(date);
    if (source.date.empty() && !date.empty()) {
        report("SG2015", Severity::warning, fmt::format("the date '{}' was not understood", date),
               "write dates as 2025-08-20", line, number);
    }
    std::string text = field(record, "text");
    if (text.empty()) {
        const auto mapped = options_->jsonl_fields.find("text");
        report("SG2011", Severity::error,
               fmt::format("this record has no text in its field '{}'",
                           mapped == options_->jsonl_fields.end() ? "text" : mapped->second),
               "if the field has another name, map it, for instance text=body", line, number);
        return;
    }
    document.text = std::move(text);
    document.name = names_.take(document.name, *diagnostics_);
    lay_out_article(document, options_->lexicons);
    documents_.push_back(std::move(document));
}

}  // namespace

std::vector<Document> read_jsonl(const std::string& name, std::string_view bytes, const ReadOptions& options,
                                 Diagnostics& diagnostics, std::uint32_t first_line) {
    RecordReader reader(name, options, diagnostics);
    std::uint32_t number = first_line;
    for (std::size_t begin = 0; begin < bytes.size(); ++number) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        std::string_view line = bytes.substr(begin, end - begin);
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) {
            line.remove_prefix(3);
        }
        if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
            reader.read_line(line, number);
        }
        begin = end + 1;
    }
    return reader.take();
}

}  // namespace stancegraph
