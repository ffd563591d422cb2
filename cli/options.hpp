#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace stancegraph::cli {

/// The options and inputs of one command. The only user of CLI11. Targets must outlive the call of `parse`;
/// what they hold before it is the default.
class Options {
public:
    explicit Options(const Command& command);
    ~Options();
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;

    /// `names` as in "-p,--project"; `help` is one line.
    void flag(const std::string& names, const std::string& help, bool& target);
    void value(const std::string& names, const std::string& placeholder, const std::string& help,
               std::string& target);
    void value(const std::string& names, const std::string& placeholder, const std::string& help,
               std::uint32_t& target);
    void values(const std::string& names, const std::string& placeholder, const std::string& help,
                std::vector<std::string>& target);
    /// An option with two values.
    void two_values(const std::string& names, const std::string& placeholders, const std::string& help,
                    std::vector<std::string>& target);
    /// One of a fixed set of words.
    void choice(const std::string& names, const std::vector<std::string>& words, const std::string& help,
                std::string& target);
    /// The arguments that are no options.
    void inputs(const std::string& placeholder, const std::string& help, bool are_required,
                std::vector<std::string>& target);

    /// Reads the arguments. Gives an exit code where the command is over: help was asked for and printed, or
    /// a mistake was reported.
    [[nodiscard]] std::optional<ExitCode> parse(Arguments arguments, Streams& streams);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace stancegraph::cli
