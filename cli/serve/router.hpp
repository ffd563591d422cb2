#pragma once

#include <string>

#include "cli/serve/http_server.hpp"
#include "workbench/session.hpp"

namespace stancegraph::cli {

/// Says what each request gets: the page's files, or an answer of the session. A request must be addressed to
/// this machine by its own name (others may point at it), and whoever asks the session must know the key that
/// the program printed.
class Router {
public:
    /// `session` must outlive it.
    Router(Session& session, std::string key);

    /// May be called from several threads.
    [[nodiscard]] HttpResponse respond(const HttpRequest& request) const;

private:
    [[nodiscard]] HttpResponse respond_to_page(const HttpRequest& request) const;
    [[nodiscard]] HttpResponse respond_to_api(const HttpRequest& request) const;

    Session& session_;
    std::string key_;
};

}  // namespace stancegraph::cli
