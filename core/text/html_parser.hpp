#pragma once

#include <span>
#include <string>
#include <string_view>

namespace stancegraph {

struct PageAttribute {
    std::string_view name;
    std::string_view value;
};

/// Takes the events of a page in order. Names are in lower case; text and values are UTF-8 with entities
/// resolved. Each start has its end.
class PageEvents {
public:
    virtual ~PageEvents() = default;
    virtual void start(std::string_view name, std::span<const PageAttribute> attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;
};

/// Parses markup in UTF-8 with libxml2's HTML parser. Never fails: what is no HTML is text. Reads nothing but
/// the markup. Precondition: the markup comes from `scan_page`, which keeps the parser's time linear.
void parse_page(const std::string& markup, PageEvents& events);

}  // namespace stancegraph
