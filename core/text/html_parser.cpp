#include "text/html_parser.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <vector>

namespace stancegraph {
namespace {

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// What libxml2 hands back to the callbacks. Exceptions wait here until the C code has returned.
struct Session {
    PageEvents* events = nullptr;
    htmlParserCtxtPtr context = nullptr;
    std::exception_ptr failure;
    std::vector<PageAttribute> attributes;
};

template <typename Call>
void guarded(void* data, Call call) {
    auto& session = *static_cast<Session*>(data);
    if (session.failure) {
        return;
    }
    try {
        call(session);
    } catch (...) {
        session.failure = std::current_exception();
        xmlStopParser(session.context);
    }
}

void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
    guarded(data, [&](Session& session) {
        session.attributes.clear();
        for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
            session.attributes.push_back({.name = view_of(attributes[0]), .value = view_of(attributes[1])});
        }
        session.events->start(view_of(name), session.attributes);
    });
}

void on_end(void* data, const xmlChar* name) {
    guarded(data, [&](Session& session) { session.events->end(view_of(name)); });
}

void on_text(void* data, const xmlChar* text, int size) {
    guarded(data, [&](Session& session) {
        session.events->text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    });
}

void ignore_error(void* /*data*/, xmlErrorPtr /*error*/) {}

htmlSAXHandler callbacks() {
    htmlSAXHandler handler{};
    handler.startElement = on_start;
    handler.endElement = on_end;
    handler.characters = on_text;
    handler.cdataBlock = on_text;
    handler.ignorableWhitespace = on_text;
    handler.serror = ignore_error;
    handler.initialized = XML_SAX2_MAGIC;
    return handler;
}

void initialise_once() {
    static std::once_flag done;
    std::call_once(done, xmlInitParser);
}

}  // namespace

void parse_page(const std::string& markup, PageEvents& events) {
    if (markup.empty()) {
        return;
    }
    initialise_once();
    Session session{.events = &events, .context = nullptr, .failure = nullptr, .attributes = {}};
    const auto close = [](htmlParserCtxtPtr context) { htmlFreeParserCtxt(context); };
    const std::unique_ptr<htmlParserCtxt, decltype(close)> context(
        htmlCreateMemoryParserCtxt(markup.data(), static_cast<int>(markup.size())), close);
    if (context == nullptr) {
        throw std::bad_alloc();
    }
    session.context = context.get();
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
    xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
    *context->sax = callbacks();
    context->userData = &session;
    htmlParseDocument(context.get());
    if (session.failure) {
        std::rethrow_exception(session.failure);
    }
}

}  // namespace stancegraph
