#include "cli/serve/http_server.hpp"

#include <algorithm>
#include <utility>

#include <httplib.h>
#include <sys/socket.h>

namespace stancegraph::cli {
namespace {

constexpr const char* kAddress = "127.0.0.1";
/// More than a rule file may have (yaml::kMaxBytes).
constexpr std::size_t kMostBytes = 17U << 20U;
constexpr std::size_t kThreads = 6;
constexpr int kPatienceSeconds = 10;

std::string in_lower_case(std::string name) {
    std::ranges::transform(name, name.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return name;
}

HttpRequest request_of(const httplib::Request& received) {
    HttpRequest request{.method = received.method, .path = received.path, .body = received.body};
    for (const auto& [name, value] : received.params) {
        request.parameters.emplace(name, value);
    }
    for (const auto& [name, value] : received.headers) {
        request.headers.emplace(in_lower_case(name), value);
    }
    return request;
}

/// Nothing may be loaded or run that this program did not send, and no other page may use what it sends.
httplib::Headers safety_headers() {
    return {
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
         "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cache-Control", "no-store"}};
}

/// Another program may not take the port while this one has it, but this one may take it again at once.
void set_socket_options(socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace

std::string HttpRequest::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

std::string HttpRequest::parameter(const std::string& name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string() : found->second;
}

struct HttpServer::Implementation {
    httplib::Server server;
    std::function<HttpResponse(const HttpRequest&)> handler;

    void answer(const httplib::Request& received, httplib::Response& sent) const {
        HttpResponse response = handler(request_of(received));
        sent.status = response.status;
        sent.set_content(response.body, response.type);
    }
};

HttpServer::HttpServer(std::function<HttpResponse(const HttpRequest&)> handler)
    : implementation_(std::make_unique<Implementation>()) {
    Implementation& own = *implementation_;
    own.handler = std::move(handler);
    own.server.set_address_family(AF_INET);
    own.server.set_socket_options(set_socket_options);
    own.server.set_default_headers(safety_headers());
    own.server.set_payload_max_length(kMostBytes);
    own.server.set_keep_alive_max_count(1);
    own.server.set_read_timeout(kPatienceSeconds);
    own.server.set_write_timeout(kPatienceSeconds);
    own.server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    // A body of unknown length is not bounded by the library: refused before it is read.
    own.server.set_pre_routing_handler([](const httplib::Request& received, httplib::Response& sent) {
        if (!received.has_header("Transfer-Encoding")) {
            return httplib::Server::HandlerResponse::Unhandled;
        }
        sent.status = 411;
        return httplib::Server::HandlerResponse::Handled;
    });
    const auto answer = [&own](const httplib::Request& received, httplib::Response& sent) {
        own.answer(received, sent);
    };
    const char* const any_path = "[^]*";
    own.server.Get(any_path, answer);
    own.server.Post(any_path, answer);
    own.server.Put(any_path, answer);
    own.server.Patch(any_path, answer);
    own.server.Delete(any_path, answer);
    own.server.Options(any_path, answer);
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::bind(std::uint16_t port) {
    httplib::Server& server = implementation_->server;
    if (port == 0) {
        const int taken = server.bind_to_any_port(kAddress);
        return taken < 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(taken);
    }
    return server.bind_to_port(kAddress, port) ? port : std::uint16_t{0};
}

void HttpServer::run() {
    implementation_->server.listen_after_bind();
}

void HttpServer::stop() {
    implementation_->server.stop();
}

}  // namespace stancegraph::cli
