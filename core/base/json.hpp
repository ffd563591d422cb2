#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// JSON (RFC 8259). The only user of RapidJSON.
namespace stancegraph::json {

class Value;
using Array = std::vector<Value>;
/// Members in the order of the text; of equal names the last one counts in `find`.
using Object = std::vector<std::pair<std::string, Value>>;

/// A parsed JSON value. The accessors give nothing when the value is of another type, so that reading a
/// record that somebody else wrote never fails halfway.
class Value {
public:
    using Form = std::variant<std::nullptr_t, bool, double, std::string, Array, Object>;

    Value() = default;

    explicit Value(Form form) : form_(std::move(form)) {}

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::nullptr_t>(form_); }

    [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&form_); }

    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] std::optional<bool> boolean() const;

    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&form_); }

    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&form_); }

    /// The member of that name; null for other types and missing members.
    [[nodiscard]] const Value* find(std::string_view name) const;
    /// The text of a string member, or an empty string.
    [[nodiscard]] std::string text_of(std::string_view name) const;

    [[nodiscard]] Form& form() { return form_; }

private:
    Form form_ = nullptr;
};

struct ParseError {
    std::string message;
    std::size_t offset = 0;  ///< Byte in the text.
};

struct Parsed {
    std::optional<Value> value;
    ParseError error;  ///< Set when there is no value.
};

/// Parses one value. Refuses text after it, invalid UTF-8, and more than 64 levels of nesting. Numbers beyond
/// the range of double become 1e308 or -1e308 rather than spoil the record.
[[nodiscard]] Parsed parse(std::string_view text);

/// Appends one JSON value to a string, in the order of the calls. Numbers are written in the shortest form
/// that reads back equal; text that is not UTF-8 is repaired with U+FFFD.
class Writer {
public:
    explicit Writer(std::string& out);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view name);
    Writer& value(std::string_view text);

    Writer& value(const char* text) { return value(std::string_view(text)); }

    Writer& value(const std::string& text) { return value(std::string_view(text)); }

    Writer& value(bool truth);
    Writer& value(double number);
    Writer& value(std::uint32_t number);
    Writer& value(std::uint64_t number);
    Writer& null();

    template <typename T>
    Writer& member(std::string_view name, const T& content) {
        return key(name).value(content);
    }

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace stancegraph::json
