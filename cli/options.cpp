#include "cli/options.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace stancegraph::cli {

struct Options::Implementation {
    CLI::App app;
    std::string command;

    /// All long and short names with their dashes, for "did you mean".
    [[nodiscard]] std::vector<std::string> option_names() const {
        std::vector<std::string> names;
        for (const CLI::Option* option : app.get_options()) {
            for (const std::string& name : option->get_lnames()) {
                names.push_back("--" + name);
            }
        }
        return names;
    }

    [[nodiscard]] std::string help_hint() const {
        return fmt::format("all options: stancegraph {} --help", command);
    }

    [[nodiscard]] Diagnostic unknown_option(const std::vector<std::string>& left) const {
        const auto option = std::ranges::find_if(
            left, [](const std::string& argument) { return argument.size() > 1 && argument.front() == '-'; });
        if (option == left.end()) {
            return plain_error("SG0006", fmt::format("'{}' is one argument too many", left.front()),
                               help_hint());
        }
        const std::string name = option->substr(0, option->find('='));
        const std::string guess = did_you_mean(name, option_names());
        return plain_error("SG0003", fmt::format("'{}' has no option '{}'", command, name),
                           guess.empty() ? help_hint() : guess + "   " + help_hint());
    }
};

namespace {

std::string given_words(Arguments arguments) {
    return fmt::format("'{}'", fmt::join(arguments, " "));
}

}  // namespace

Options::Options(const Command& command) : implementation_(std::make_unique<Implementation>()) {
    implementation_->command = command.name;
    CLI::App& app = implementation_->app;
    app.name(fmt::format("stancegraph {}", command.name));
    app.description(std::string(command.summary));
    if (!command.examples.empty()) {
        app.footer(fmt::format("Examples:\n{}\n", command.examples));
    }
    app.set_help_flag("-h,--help", "Show this help");
}

Options::~Options() = default;

void Options::flag(const std::string& names, const std::string& help, bool& target) {
    implementation_->app.add_flag(names, target, help);
}

void Options::value(const std::string& names, const std::string& placeholder, const std::string& help,
                    std::string& target) {
    implementation_->app.add_option(names, target, help)->type_name(placeholder)->capture_default_str();
}

void Options::value(const std::string& names, const std::string& placeholder, const std::string& help,
                    std::uint32_t& target) {
    implementation_->app.add_option(names, target, help)->type_name(placeholder)->capture_default_str();
}

void Options::values(const std::string& names, const std::string& placeholder, const std::string& help,
                     std::vector<std::string>& target) {
    implementation_->app.add_option(names, target, help)
        ->type_name(placeholder)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Options::two_values(const std::string& names, const std::string& placeholders, const std::string& help,
                         std::vector<std::string>& target) {
    implementation_->app.add_option(names, target, help)->type_name(placeholders)->expected(2);
}

void Options::choice(const std::string& names, const std::vector<std::string>& words, const std::string& help,
                     std::string& target) {
    const auto is_known = [names, words](const std::string& word) {
        if (std::ranges::find(words, word) != words.end()) {
            return std::string();
        }
        const std::string guess = did_you_mean(word, words);
        return fmt::format("'{}' is none of {}{}", word, fmt::join(words, ", "),
                           guess.empty() ? "" : "; " + guess);
    };
    implementation_->app.add_option(names, target, help)
        ->check(CLI::Validator(is_known, ""))
        ->type_name(fmt::format("{}", fmt::join(words, "|")))
        ->capture_default_str();
}

void Options::inputs(const std::string& placeholder, const std::string& help, bool are_required,
                     std::vector<std::string>& target) {
    CLI::Option* option = implementation_->app.add_option(placeholder, target, help)->type_name("");
    if (are_required) {
        option->required();
    }
}

std::optional<ExitCode> Options::parse(Arguments arguments, Streams& streams) {
    CLI::App& app = implementation_->app;
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app.parse(reversed);
        return std::nullopt;
    } catch (const CLI::CallForHelp&) {
        streams.out << app.help();
        return ExitCode::done;
    } catch (const CLI::ExtrasError&) {
        report(streams, implementation_->unknown_option(app.remaining()));
    } catch (const CLI::RequiredError& error) {
        report(streams, plain_error("SG0004", error.what(), implementation_->help_hint()));
    } catch (const CLI::ConversionError&) {
        report(streams, plain_error("SG0005", "a number was expected: " + given_words(arguments),
                                    implementation_->help_hint()));
    } catch (const CLI::ParseError& error) {
        report(streams, plain_error("SG0005", error.what(), implementation_->help_hint()));
    }
    return ExitCode::usage;
}

}  // namespace stancegraph::cli
