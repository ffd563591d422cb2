#include "text/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "base/json.hpp"
#include "text/block_lexicons.hpp"
#include "text/date.hpp"
#include "text/text_builder.hpp"

namespace stancegraph {
namespace {

/// A string, the `name` or `@id` of an object, or those of an array joined by commas.
std::string name_in(const json::Value* value) {
    if (value == nullptr) {
        return {};
    }
    if (const std::string* text = value->string()) {
        return collapsed(*text);
    }
    if (value->object() != nullptr) {
        const std::string name = value->text_of("name");
        return name.empty() ? value->text_of("@id") : collapsed(name);
    }
    std::string joined;
    if (const json::Array* items = value->array()) {
        for (const json::Value& item : *items) {
            const std::string name = item.array() == nullptr ? name_in(&item) : std::string();
            joined += joined.empty() || name.empty() ? name : ", " + name;
        }
    }
    return joined;
}

bool is_article_type(const std::string& type) {
    return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
}

/// The first object of an article's type: the value itself, in an array, or in `@graph`.
const json::Value* find_article_data(const json::Value& value) {
    if (const json::Array* items = value.array()) {
        for (const json::Value& item : *items) {
            if (const json::Value* found = item.array() == nullptr ? find_article_data(item) : nullptr) {
                return found;
            }
        }
        return nullptr;
    }
    const json::Value* type = value.find("@type");
    const json::Array* types = type == nullptr ? nullptr : type->array();
    const bool is_one = type != nullptr && type->string() != nullptr && is_article_type(*type->string());
    const bool is_among = types != nullptr && std::ranges::any_of(*types, [](const json::Value& item) {
                              return item.string() != nullptr && is_article_type(*item.string());
                          });
    if (is_one || is_among) {
        return &value;
    }
    const json::Value* graph = value.find("@graph");
    return graph == nullptr || graph->array() == nullptr ? nullptr : find_article_data(*graph);
}

/// Keeps what is known; takes the rest from `other`.
void fill(Source& source, const Source& other) {
    for (std::string Source::*const field :
         {&Source::outlet, &Source::title, &Source::url, &Source::date, &Source::author}) {
        if ((source.*field).empty()) {
            source.*field = other.*field;
        }
    }
}

Source from_linked_data(const std::vector<std::string>& linked_data) {
    Source source;
    for (const std::string& script : linked_data) {
        const json::Parsed parsed = json::parse(script);
        const json::Value* article = parsed.value ? find_article_data(*parsed.value) : nullptr;
        if (article == nullptr) {
            continue;
        }
        std::string url = name_in(article->find("url"));
        if (url.empty()) {
            url = name_in(article->find("mainEntityOfPage"));
        }
        fill(source, {.outlet = name_in(article->find("publisher")),
                      .title = name_in(article->find("headline")),
                      .url = url,
                      .date = iso_date(article->text_of("datePublished")),
                      .author = name_in(article->find("author"))});
    }
    return source;
}

/// The first of the named values that is not empty.
std::string meta_of(const Page& page, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (const auto found = page.meta.find(std::string(key)); found != page.meta.end()) {
            if (std::string value = collapsed(found->second); !value.empty()) {
                return value;
            }
        }
    }
    return {};
}

std::string date_of(const Page& page, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (std::string date = iso_date(meta_of(page, {key})); !date.empty()) {
            return date;
        }
    }
    return {};
}

/// An author given as an address is no name.
std::string author_of(const Page& page) {
    for (const std::string_view key : {"author", "article:author", "dc.creator", "byl", "parsely-author"}) {
        const std::string author = meta_of(page, {key});
        if (!author.empty() && author.find("://") == std::string::npos) {
            return author;
        }
    }
    return {};
}

/// `Headline - Outlet` without the outlet: the last part, if it names it or is the shorter of two.
std::string without_outlet(const std::string& title, const std::string& outlet) {
    constexpr std::array<std::string_view, 5> kJoints{" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                                      " :: "};
    for (const std::string_view joint : kJoints) {
        const std::size_t at = title.rfind(joint);
        if (at == std::string::npos) {
            continue;
        }
        const std::string last = title.substr(at + joint.size());
        if (normal_phrase(last) == normal_phrase(outlet) || last.size() * 2 < at) {
            return title.substr(0, at);
        }
    }
    return title;
}

}  // namespace

Source source_of(const Page& page, const std::vector<std::string>& linked_data) {
    Source source{
        .outlet = meta_of(page, {"og:site_name"}),
        .title = meta_of(page, {"og:title", "twitter:title"}),
        .url = page.canonical.empty() ? meta_of(page, {"og:url"}) : page.canonical,
        .date = date_of(page, {"article:published_time", "og:article:published_time", "datepublished"}),
        .author = {}};
    fill(source, from_linked_data(linked_data));
    const std::string outlet = meta_of(page, {"application-name", "publisher", "dc.publisher"});
    fill(source, {.outlet = outlet,
                  .title = {},
                  .url = {},
                  .date = date_of(page, {"date", "pubdate", "publishdate", "dc.date", "dc.date.issued",
                                         "dcterms.created", "parsely-pub-date", "sailthru.date"}),
                  .author = author_of(page)});
    if (source.date.empty()) {
        source.date = iso_date(page.time);
    }
    if (source.title.empty()) {
        const auto heading = std::ranges::find(page.blocks, true, &PageBlock::is_first_heading);
        source.title =
            heading == page.blocks.end() ? without_outlet(page.title, source.outlet) : heading->text;
    }
    return source;
}

}  // namespace stancegraph
