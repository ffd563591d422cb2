#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <unistd.h>

#include "cli/article_source.hpp"
#include "cli/atomic_file.hpp"
#include "cli/command.hpp"
#include "cli/interruption.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/rule_folders.hpp"
#include "cli/serve/http_server.hpp"
#include "cli/serve/router.hpp"
#include "ruleset/load.hpp"
#include "workbench/session.hpp"

namespace stancegraph::cli {
namespace {

/// Sixteen bytes of the system's randomness, as hexadecimal digits.
std::string random_key() {
    std::random_device device;
    std::string key;
    for (int word = 0; word < 4; ++word) {
        key += fmt::format("{:08x}", device());
    }
    return key;
}

/// The rule folders; those that were named may be written.
std::optional<std::vector<RuleFolder>> chosen_folders(const RuleChoice& choice, Streams& streams) {
    const auto paths = rule_paths(choice, streams);
    if (!paths.has_value()) {
        return std::nullopt;
    }
    std::vector<RuleFolder> folders;
    for (const std::filesystem::path& path : *paths) {
        const bool is_named = std::ranges::find(choice.folders, path.string()) != choice.folders.end();
        folders.push_back({.path = path, .is_editable = is_named});
    }
    return folders;
}

bool write_text(const std::filesystem::path& path, const std::string& text, Diagnostics& diagnostics) {
    return write_whole(
        path, [&text](std::ostream& stream) { stream << text; }, diagnostics);
}

/// Shows the page in the browser that the desktop prefers, if there is one.
void open_browser(const std::string& address) {
    std::string program = "xdg-open";
    std::string argument = address;
    char* const words[] = {program.data(), argument.data(), nullptr};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    posix_spawnattr_t
        attributes;  // the signals that this program waits for are not for the browser to ignore
    ::posix_spawnattr_init(&attributes);
    sigset_t no_signals;
    ::sigemptyset(&no_signals);
    ::posix_spawnattr_setsigmask(&attributes, &no_signals);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    ::posix_spawnp(&child, program.c_str(), &actions, &attributes, words, environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
}

/// What the options say.
struct ServeChoice {
    std::vector<std::string> inputs;
    std::string project = kDefaultProject;
    RuleChoice rules;
    std::uint32_t port = 0;
    bool opens_browser = false;
};

std::optional<ExitCode> parse_choice(const Command& command, Arguments arguments, ServeChoice& choice,
                                     Streams& streams) {
    Options options(command);
    options.inputs("INPUT", "Files and folders of articles; without any those of the project", false,
                   choice.inputs);
    add_project_option(options, choice.project);
    options.value("--port", "N", "The port on 127.0.0.1; default: a free one", choice.port);
    options.flag("--open", "Show the page in the browser", choice.opens_browser);
    add_rule_options(options, choice.rules);
    return options.parse(arguments, streams);
}

/// Reads the files. What tells articles from furniture comes from the rules as far as they load; their
/// mistakes are told on the page.
void read_inputs(const std::vector<std::string>& inputs, SessionOptions& session, Streams& streams) {
    std::vector<std::filesystem::path> paths;
    for (const RuleFolder& folder : session.folders) {
        paths.push_back(folder.path);
    }
    Diagnostics ignored;
    const Engine engine(load_rules(paths, ignored), ignored);
    session.documents = read_articles(inputs, engine.read_options(), streams);
}

/// Takes articles and annotations out of the project file, by name.
void read_project_articles(Store& store, SessionOptions& session) {
    std::vector<StoredDocument> list = store.documents();
    std::ranges::sort(list, {}, &StoredDocument::name);
    for (const StoredDocument& stored : list) {
        if (auto article = store.article(stored.id)) {
            article->document.name = stored.name;
            session.documents.push_back(std::move(article->document));
            session.annotations.push_back(std::move(article->annotation));
        }
    }
}

/// The articles that the choice names; an exit code, with a report, where there is none.
std::optional<ExitCode> take_articles(const ServeChoice& choice, SessionOptions& session, Streams& streams) {
    if (!choice.inputs.empty()) {
        read_inputs(choice.inputs, session, streams);
    } else if (auto store = open_store(choice.project)) {
        read_project_articles(*store, session);
    } else {
        report(streams,
               plain_error("SG0009", fmt::format("'{}' holds no {}", choice.project, Store::kFileName),
                           "name a folder of articles, or one that build wrote with -p"));
        return ExitCode::usage;
    }
    if (session.documents.empty()) {
        report(streams, plain_error("SG0013", "no article was read, so there is nothing to show",
                                    "articles are files that end in .txt, .md, .html, .jsonl or .conllu"));
        return ExitCode::rejected;
    }
    return std::nullopt;
}

/// Serves the page until it is interrupted.
ExitCode serve(const ServeChoice& choice, SessionOptions session_options, Streams& streams) {
    const Interruption interruption;
    Session session(std::move(session_options));
    const std::string key = random_key();
    const Router router(session, key);
    HttpServer server([&router](const HttpRequest& request) { return router.respond(request); });
    const std::uint16_t port =
        choice.port <= 0xFFFF ? server.bind(static_cast<std::uint16_t>(choice.port)) : std::uint16_t{0};
    if (port == 0) {
        report(streams, plain_error("SG4007", fmt::format("port {} cannot be had", choice.port),
                                    "choose another with --port, or none: a free one is taken"));
        return ExitCode::failure;
    }
    const std::string address = fmt::format("http://127.0.0.1:{}/#key={}", port, key);
    streams.out << address << std::endl;
    if (choice.opens_browser) {
        open_browser(address);
    }
    const std::jthread waiter([&](const std::stop_token& ended) {
        bool is_asked = false;
        while (!ended.stop_requested()) {
            is_asked = interruption.wait(std::chrono::milliseconds(100)) || is_asked;
            if (is_asked) {
                server.stop();  // again, should it just have begun to run
            }
        }
    });
    server.run();
    return ExitCode::done;
}

}  // namespace

ExitCode run_serve(const Command& command, Arguments arguments, Streams& streams) {
    ServeChoice choice;
    if (const auto code = parse_choice(command, arguments, choice, streams)) {
        return *code;
    }
    const auto folders = chosen_folders(choice.rules, streams);
    if (!folders.has_value()) {
        return ExitCode::usage;
    }
    const std::uint32_t cores = std::max(2U, std::thread::hardware_concurrency());
    SessionOptions session{.folders = *folders,
                           .documents = {},
                           .annotations = {},
                           .write_file = write_text,
                           .threads = cores - 1};
    try {
        if (const auto code = take_articles(choice, session, streams)) {
            return *code;
        }
    } catch (const StoreFault& fault) {
        return report_fault(fault, streams);
    }
    return serve(choice, std::move(session), streams);
}

}  // namespace stancegraph::cli
