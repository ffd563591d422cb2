#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace stancegraph::cli {

struct HttpRequest {
    std::string method;
    std::string path;  ///< Decoded, without the query.
    std::map<std::string, std::string> parameters;
    std::map<std::string, std::string> headers;  ///< Names in lower case; the first of several.
    std::string body;

    /// The value of a header or parameter; empty where it is missing.
    [[nodiscard]] std::string header(const std::string& name) const;
    [[nodiscard]] std::string parameter(const std::string& name) const;
};

struct HttpResponse {
    int status = 200;
    std::string type = "application/json";
    std::string body;
};

/// HTTP/1.1 on the loopback address alone, one request a connection. The only user of cpp-httplib.
class HttpServer {
public:
    /// `handler` is called on several threads.
    explicit HttpServer(std::function<HttpResponse(const HttpRequest&)> handler);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Takes the port, or a free one for 0; the port, or 0 where it cannot be had.
    [[nodiscard]] std::uint16_t bind(std::uint16_t port);
    /// Serves until `stop`. Precondition: `bind` gave a port.
    void run();
    /// May be called from any thread.
    void stop();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace stancegraph::cli
