#include "base/json.hpp"

#include <rapidjson/encodedstream.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stream.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.hpp"

namespace stancegraph::json {
namespace {

constexpr std::size_t kMaxDepth = 64;

/// Builds a Value from the events of RapidJSON's reader; returning false ends the parse.
class Builder {
public:
    bool Null() { return add(Value()); }

    bool Bool(bool truth) { return add(Value(truth)); }

    bool Int(int number) { return add(Value(static_cast<double>(number))); }

    bool Uint(unsigned number) { return add(Value(static_cast<double>(number))); }

    bool Int64(std::int64_t number) { return add(Value(static_cast<double>(number))); }

    bool Uint64(std::uint64_t number) { return add(Value(static_cast<double>(number))); }

    bool Double(double number) { return add(Value(number)); }

    // With kParseNumbersAsStringsFlag all numbers come here: a number that no double can hold must not spoil
    // its record.
    bool RawNumber(const char* text, rapidjson::SizeType size, bool /*copy*/) {
        double number = 0;
        const auto result = std::from_chars(text, text + size, number);
        if (result.ec == std::errc::result_out_of_range) {
            number = *text == '-' ? -HUGE_VAL : HUGE_VAL;
        }
        return add(Value(number));
    }

    bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
        return add(Value(std::string(text, size)));
    }

    bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
        keys_.emplace_back(text, size);
        return true;
    }

    bool StartObject() { return open(Value(Object())); }

    bool EndObject(rapidjson::SizeType /*count*/) { return close(); }

    bool StartArray() { return open(Value(Array())); }

    bool EndArray(rapidjson::SizeType /*count*/) { return close(); }

    [[nodiscard]] bool is_too_deep() const { return is_too_deep_; }

    [[nodiscard]] Value take() { return std::move(result_); }

private:
    bool open(Value container) {
        is_too_deep_ = open_.size() >= kMaxDepth;
        open_.push_back(std::move(container));
        return !is_too_deep_;
    }

    bool close() {
        Value done = std::move(open_.back());
        open_.pop_back();
        return add(std::move(done));
    }

    bool add(Value value) {
        if (open_.empty()) {
            result_ = std::move(value);
        } else if (auto* array = std::get_if<Array>(&open_.back().form())) {
            array->push_back(std::move(value));
        } else if (auto* object = std::get_if<Object>(&open_.back().form())) {
            object->emplace_back(std::move(keys_.back()), std::move(value));
            keys_.pop_back();
        }
        return true;
    }

    std::vector<Value> open_;
    std::vector<std::string> keys_;
    Value result_;
    bool is_too_deep_ = false;
};

/// RapidJSON's output stream concept over a string.
class StringSink {
public:
    using Ch = char;

    explicit StringSink(std::string& out) : out_(&out) {}

    void Put(char byte) { out_->push_back(byte); }

    void Flush() {}

private:
    std::string* out_;
};

/// Parses and fills `parsed` with the value or the error.
rapidjson::ParseErrorCode parse_once(std::string_view text, Parsed& parsed) {
    constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                                rapidjson::kParseNumbersAsStringsFlag;
    rapidjson::MemoryStream bytes(text.data(), text.size());
    rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
    rapidjson::Reader reader;
    Builder builder;
    const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, builder);
    if (result.IsError()) {
        parsed.error = {.message = builder.is_too_deep() ? "more than 64 levels of nesting"
                                                         : rapidjson::GetParseError_En(result.Code()),
                        .offset = result.Offset()};
    } else {
        parsed.value = builder.take();
    }
    return result.Code();
}

/// Writes the largest power of ten over the number at `at`; a number out of range is never shorter.
void shrink_number(std::string& text, std::size_t at) {
    constexpr std::string_view kLargest = "1e308";
    at += at < text.size() && text[at] == '-' ? std::size_t{1} : 0;
    const std::size_t end = std::min(text.find_first_not_of("+-.0123456789eE", at), text.size());
    for (std::size_t place = at; place < end; ++place) {
        text[place] = place - at < kLargest.size() ? kLargest[place - at] : ' ';
    }
}

}  // namespace

std::optional<double> Value::number() const {
    const auto* found = std::get_if<double>(&form_);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<bool> Value::boolean() const {
    const auto* found = std::get_if<bool>(&form_);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

const Value* Value::find(std::string_view name) const {
    const Value* found = nullptr;
    if (const Object* members = object()) {
        for (const auto& [key, value] : *members) {
            if (key == name) {
                found = &value;
            }
        }
    }
    return found;
}

std::string Value::text_of(std::string_view name) const {
    const Value* member = find(name);
    const std::string* text = member == nullptr ? nullptr : member->string();
    return text == nullptr ? std::string() : *text;
}

Parsed parse(std::string_view text) {
    Parsed parsed;
    rapidjson::ParseErrorCode code = parse_once(text, parsed);
    // RapidJSON gives up at a number that no double can hold. It must not spoil its record: it is made
    // smaller.
    constexpr int kMostNumbers = 64;
    std::string mended;
    for (int count = 0; code == rapidjson::kParseErrorNumberTooBig && count < kMostNumbers; ++count) {
        mended = mended.empty() ? std::string(text) : mended;
        shrink_number(mended, parsed.error.offset);
        parsed = Parsed();
        code = parse_once(mended, parsed);
    }
    return parsed;
}

struct Writer::Implementation {
    explicit Implementation(std::string& out) : sink(out), writer(sink) {}

    StringSink sink;
    rapidjson::Writer<StringSink> writer;
};

Writer::Writer(std::string& out) : implementation_(std::make_unique<Implementation>(out)) {}

Writer::~Writer() = default;

Writer& Writer::begin_object() {
    implementation_->writer.StartObject();
    return *this;
}

Writer& Writer::end_object() {
    implementation_->writer.EndObject();
    return *this;
}

Writer& Writer::begin_array() {
    implementation_->writer.StartArray();
    return *this;
}

Writer& Writer::end_array() {
    implementation_->writer.EndArray();
    return *this;
}

Writer& Writer::key(std::string_view name) {
    implementation_->writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    return *this;
}

Writer& Writer::value(std::string_view text) {
    if (utf8::is_valid(text)) {
        implementation_->writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    } else {
        const std::string repaired = utf8::repair(text).text;
        implementation_->writer.String(repaired.data(), static_cast<rapidjson::SizeType>(repaired.size()));
    }
    return *this;
}

Writer& Writer::value(bool truth) {
    implementation_->writer.Bool(truth);
    return *this;
}

Writer& Writer::value(double number) {
    if (!std::isfinite(number)) {
        return null();
    }
    std::array<char, 32> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    const auto size = static_cast<std::size_t>(result.ptr - digits.data());
    implementation_->writer.RawValue(digits.data(), size, rapidjson::kNumberType);
    return *this;
}

Writer& Writer::value(std::uint32_t number) {
    implementation_->writer.Uint(number);
    return *this;
}

Writer& Writer::value(std::uint64_t number) {
    implementation_->writer.Uint64(number);
    return *this;
}

Writer& Writer::null() {
    implementation_->writer.Null();
    return *this;
}

}  // namespace stancegraph::json
