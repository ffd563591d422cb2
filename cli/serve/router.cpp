#include "cli/serve/router.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "base/json.hpp"
#include "cli/serve/page_files.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::string_view kApi = "/api/";
constexpr const char* kKeyHeader = "x-stancegraph-key";

HttpResponse refusal(int status, std::string_view error, std::string_view hint = {}) {
    HttpResponse response{.status = status, .body = {}};
    json::Writer(response.body).begin_object().member("error", error).member("hint", hint).end_object();
    return response;
}

HttpResponse response_of(Answer answer) {
    constexpr std::array<int, 3> kStatus{200, 404, 409};
    return {.status = kStatus[static_cast<std::size_t>(answer.outcome)], .body = std::move(answer.json)};
}

/// `localhost:8321` without its port. Any port will do: somebody may come through a tunnel.
std::string_view without_port(std::string_view host) {
    const std::size_t colon = host.rfind(':');
    const bool has_port = colon != std::string_view::npos && colon + 1 < host.size() &&
                          host.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
    return has_port ? host.substr(0, colon) : host;
}

bool is_this_machine(std::string_view host) {
    const std::string_view name = without_port(host);
    return name == "127.0.0.1" || name == "localhost";
}

/// Takes as long whatever differs, so that the key cannot be guessed letter by letter.
bool is_same_key(std::string_view given, std::string_view key) {
    unsigned difference = given.size() == key.size() ? 0U : 1U;
    for (std::size_t at = 0; at < key.size(); ++at) {
        const char letter = at < given.size() ? given[at] : '\0';
        difference |= static_cast<unsigned>(static_cast<unsigned char>(letter)) ^
                      static_cast<unsigned>(static_cast<unsigned char>(key[at]));
    }
    return difference == 0;
}

/// The number of an article, sentence or file; one that nothing has where it is none.
std::uint32_t number_of(const HttpRequest& request, const std::string& parameter) {
    const std::string text = request.parameter(parameter);
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number =
        parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() && !text.empty();
    return is_number ? number : std::numeric_limits<std::uint32_t>::max();
}

std::string_view type_of(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTypes{{
        {".html", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
    }};
    const auto found =
        std::ranges::find_if(kTypes, [name](const auto& type) { return name.ends_with(type.first); });
    return found == kTypes.end() ? "application/octet-stream" : found->second;
}

/// What can be asked of the session.
struct Route {
    std::string_view method;
    std::string_view name;
    Answer (*answer)(Session& session, const HttpRequest& request);
};

constexpr std::array kRoutes{
    Route{"GET", "state", [](Session& session, const HttpRequest&) { return session.state(); }},
    Route{"GET", "changes", [](Session& session, const HttpRequest&) { return session.changes(); }},
    Route{"GET", "articles",
          [](Session& session, const HttpRequest& request) {
              return session.articles(request.parameter("search"));
          }},
    Route{"GET", "article",
          [](Session& session, const HttpRequest& request) {
              return session.article(number_of(request, "article"));
          }},
    Route{"GET", "sentence",
          [](Session& session, const HttpRequest& request) {
              return session.sentence(number_of(request, "article"), number_of(request, "sentence"));
          }},
    Route{"GET", "file",
          [](Session& session, const HttpRequest& request) {
              return session.rule_file(number_of(request, "file"));
          }},
    Route{"GET", "graph",
          [](Session& session, const HttpRequest& request) {
              const std::string search = request.parameter("search");
              return request.parameter("article").empty()
                         ? session.corpus_graph(search)
                         : session.article_graph(number_of(request, "article"), search);
          }},
    Route{"POST", "edit",
          [](Session& session, const HttpRequest& request) {
              return session.edit(number_of(request, "file"), request.body);
          }},
    Route{"POST", "save",
          [](Session& session, const HttpRequest& request) {
              return session.save(number_of(request, "file"), request.body);
          }},
    Route{"POST", "reread",
          [](Session& session, const HttpRequest& request) {
              return session.reread(number_of(request, "file"));
          }},
};

}  // namespace

Router::Router(Session& session, std::string key) : session_(session), key_(std::move(key)) {}

HttpResponse Router::respond(const HttpRequest& request) const {
    if (!is_this_machine(request.header("host"))) {
        return refusal(421, "this address is not served here", "use the address that the program printed");
    }
    return request.path.starts_with(kApi) ? respond_to_api(request) : respond_to_page(request);
}

HttpResponse Router::respond_to_page(const HttpRequest& request) const {
    const std::string name = request.path == "/" ? "index.html" : request.path.substr(1);
    const auto file = std::ranges::find(page_files(), name, &EmbeddedFile::name);
    if (file == page_files().end()) {
        return refusal(404, "there is no such page");
    }
    if (request.method != "GET" && request.method != "HEAD") {
        return refusal(405, fmt::format("{} is not understood here", request.method));
    }
    return {.type = std::string(type_of(name)), .body = std::string(file->bytes)};
}

HttpResponse Router::respond_to_api(const HttpRequest& request) const {
    const std::string origin = request.header("origin");
    if (!origin.empty() && origin != "http://" + request.header("host")) {
        return refusal(403, "another page asks", "use the address that the program printed");
    }
    if (!is_same_key(request.header(kKeyHeader), key_)) {
        return refusal(403, "the key is missing or of another run of the program",
                       "use the address that the program printed, with all that follows '#'");
    }
    const std::string_view name = std::string_view(request.path).substr(kApi.size());
    const auto route = std::ranges::find(kRoutes, name, &Route::name);
    if (route == kRoutes.end()) {
        return refusal(404, "there is nothing of that name");
    }
    if (route->method != request.method) {
        return refusal(405, fmt::format("{} is not understood here", request.method),
                       fmt::format("send {}", route->method));
    }
    return response_of(route->answer(session_, request));
}

}  // namespace stancegraph::cli
