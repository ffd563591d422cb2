#include <algorithm>
#include <memory>
#include <utility>

#include "pattern/anchors.hpp"
#include "pattern/program.hpp"
#include "pattern/shape.hpp"

namespace stancegraph::pattern {
namespace {

/// What the programs of one pattern share.
struct Shared {
    TestTable& tests;
    const ListSource& lists;
    CompileLimits limits;
    NameNumbers names;
    std::vector<LookAround> looks;
    std::size_t size = 0;
    bool notes_literals = false;
    bool is_too_large = false;
};

void renumber(Program& program);

bool is_flat(const Program& program) {
    return std::ranges::all_of(program.instructions,
                               [&](const Instruction& instruction) {
                                   const bool takes_part = instruction.operation == Operation::token ||
                                                           instruction.operation == Operation::list ||
                                                           instruction.operation == Operation::span;
                                   const bool ends =
                                       takes_part &&
                                       program.instructions[instruction.next].operation == Operation::accept;
                                   return ends || instruction.operation == Operation::fork ||
                                          instruction.operation == Operation::accept;
                               }) &&
           program.instructions[program.start].operation != Operation::accept &&
           std::ranges::none_of(program.instructions, [&](const Instruction& instruction) {
               return instruction.operation == Operation::fork &&
                      (program.instructions[instruction.next].operation == Operation::accept ||
                       program.instructions[instruction.other].operation == Operation::accept);
           });
}

/// Writes one program from its end to its start: each part is given the address at which to go on.
class ProgramWriter {
public:
    ProgramWriter(Shared& shared, Reading reading) : shared_(shared), reading_(reading) {
        program_.reading = reading;
    }

    [[nodiscard]] Program write(const std::vector<Piece>& pieces) {
        Address at = add({.operation = Operation::accept});
        const auto write_piece = [&](const Piece& piece) {
            if (piece.form == Piece::Form::node) {
                at = node(*piece.node, at);
            } else {
                at = mark(piece.name, piece.form == Piece::Form::end, at);
            }
        };
        if (reading_ == Reading::rightwards) {
            std::for_each(pieces.rbegin(), pieces.rend(), write_piece);
        } else {
            std::for_each(pieces.begin(), pieces.end(), write_piece);
        }
        program_.start = at;
        if (!shared_.is_too_large) {
            renumber(program_);
        }
        return std::move(program_);
    }

private:
    Address add(const Instruction& instruction) {
        if (shared_.size >= kMostInstructions) {
            shared_.is_too_large = true;
            return 0;
        }
        ++shared_.size;
        program_.instructions.push_back(instruction);
        return static_cast<Address>(program_.instructions.size() - 1);
    }

    Address take(Operation operation, std::uint32_t argument, Address next) {
        return add({.operation = operation, .argument = argument, .next = next});
    }

    Address mark(std::uint32_t name, bool is_end, Address next) {
        return take(Operation::mark, is_end ? Mark::end_of(name) : Mark::begin_of(name), next);
    }

    /// `body` builds what stands between the two marks.
    template <typename Body>
    Address marked(std::uint32_t name, Address next, Body body) {
        const bool is_rightwards = reading_ == Reading::rightwards;
        const Address after = mark(name, is_rightwards, next);
        return mark(name, !is_rightwards, body(after));
    }

    Address node(const Node& node, Address next) {
        if (shared_.is_too_large) {
            return 0;
        }
        return std::visit([&](const auto& form) { return write_form(form, next); }, node.form);
    }

    Address write_form(const Word& word, Address next) {
        const auto body = [&](Address after) {
            return word.is_exact ? exact(word.text, after) : plain(word, after);
        };
        return shared_.notes_literals && depth_ == 0 ? marked(kLiteralName, next, body) : body(next);
    }

    Address plain(const Word& word, Address next) {
        return take(Operation::token, shared_.tests.intern(word.text, false), next);
    }

    /// Several words in quotation marks: one test a word, in reading order.
    Address exact(const std::string& text, Address next) {
        std::vector<std::string> words;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            if (end > at) {
                words.push_back(text.substr(at, end - at));
            }
            at = end + 1;
        }
        if (reading_ == Reading::rightwards) {
            std::ranges::reverse(words);
        }
        for (const std::string& word : words) {
            next = take(Operation::token, shared_.tests.intern(word, true), next);
        }
        return next;
    }

    Address write_form(const ListReference& reference, Address next) {
        const std::uint32_t list = shared_.lists.find(reference.list);
        return take(Operation::list, list, next);
    }

    Address write_form(Kind kind, Address next) {
        if (is_token_kind(kind)) {
            return take(Operation::token, shared_.tests.intern(kind), next);
        }
        const auto argument = static_cast<std::uint32_t>(kind);
        return take(is_position_kind(kind) ? Operation::position : Operation::span, argument, next);
    }

    Address write_form(const TokenTest& test, Address next) {
        return take(Operation::token, shared_.tests.intern(test.test), next);
    }

    Address write_form(const Gap& gap, Address next) {
        const std::uint32_t forbidden =
            gap.forbidden ? look(*gap.forbidden, true, false) : Instruction::kNone;
        Address at = next;
        for (std::uint32_t word = std::min(gap.most, shared_.limits.max_gap); word > 0; --word) {
            const Address taken = take(Operation::gap, forbidden, at);
            at = add({.operation = Operation::fork, .next = next, .other = taken});
        }
        return at;
    }

    Address write_form(const Capture& capture, Address next) {
        ++depth_;
        const Address at = marked(shared_.names.number(capture.name), next,
                                  [&](Address after) { return node(*capture.inner, after); });
        --depth_;
        return at;
    }

    Address write_form(const Sequence& sequence, Address next) {
        const auto& items = sequence.items;
        if (reading_ == Reading::rightwards) {
            std::for_each(items.rbegin(), items.rend(), [&](const Node& item) { next = node(item, next); });
        } else {
            std::for_each(items.begin(), items.end(), [&](const Node& item) { next = node(item, next); });
        }
        return next;
    }

    Address write_form(const Choice& choice, Address next) {
        Address at = node(choice.options.back(), next);
        for (std::size_t option = choice.options.size() - 1; option > 0; --option) {
            const Address first = node(choice.options[option - 1], next);
            at = add({.operation = Operation::fork, .next = first, .other = at, .other_alternative = 1});
        }
        return at;
    }

    Address write_form(const Repeat& repeat, Address next) {
        std::optional<Node> full;
        const Node* turn = repeat.inner.get();
        if (can_be_empty(*turn)) {
            full = without_empty(*turn);
            turn = full ? &*full : nullptr;
        }
        Address at = next;
        if (turn != nullptr && repeat.most == Repeat::kUnbounded) {
            at = loop(*turn, repeat.is_lazy, next);
        } else if (turn != nullptr) {
            for (std::uint32_t left = repeat.most - repeat.least; left > 0 && !shared_.is_too_large; --left) {
                at = option(node(*turn, at), next, repeat.is_lazy);
            }
        }
        for (std::uint32_t left = repeat.least; left > 0 && !shared_.is_too_large; --left) {
            at = node(*repeat.inner, at);
        }
        return at;
    }

    Address option(Address taken, Address skipped, bool is_lazy) {
        const std::int8_t parts = is_lazy ? -1 : 1;
        return add({.operation = Operation::fork, .next = taken, .other = skipped, .next_parts = parts});
    }

    Address loop(const Node& turn, bool is_lazy, Address next) {
        const Address fork = option(0, next, is_lazy);
        const Address body = node(turn, fork);
        if (!shared_.is_too_large) {
            program_.instructions[fork].next = body;
        }
        return fork;
    }

    Address write_form(const MacroReference&, Address next) {
        return next;  // the loader has put the macro's tree in its place
    }

    Address write_form(const Look& look_around, Address next) {
        return take(Operation::look, look(*look_around.inner, look_around.is_ahead, look_around.is_negative),
                    next);
    }

    /// Compiles a pattern of its own and returns its number.
    std::uint32_t look(const Node& inner, bool is_ahead, bool is_negative) {
        const bool notes_literals = std::exchange(shared_.notes_literals, false);
        ProgramWriter writer(shared_, is_ahead ? Reading::rightwards : Reading::leftwards);
        LookAround around{writer.write({{Piece::Form::node, {std::shared_ptr<const void>(), &inner}, 0}}),
                          is_negative, false};
        around.is_flat = is_flat(around.program);
        shared_.notes_literals = notes_literals;
        shared_.looks.push_back(std::move(around));
        return static_cast<std::uint32_t>(shared_.looks.size() - 1);
    }

    Shared& shared_;
    Reading reading_;
    Program program_;
    std::uint32_t depth_ = 0;  ///< Names around the part that is being written.
};

/// The successors that are reached without taking a token.
std::vector<Address> free_edges(const Instruction& instruction) {
    switch (instruction.operation) {
        case Operation::position:
        case Operation::look:
        case Operation::mark:
            return {instruction.next};
        case Operation::fork:
            return {instruction.other, instruction.next};
        case Operation::token:
        case Operation::list:
        case Operation::span:
        case Operation::gap:
        case Operation::accept:
            break;
    }
    return {};
}

/// Instructions in the order of their last visit by a depth-first walk over the edges that take nothing.
std::vector<Address> finishing_order(const Program& program) {
    enum class State : std::uint8_t { unseen, open, done };

    std::vector<State> states(program.instructions.size(), State::unseen);
    std::vector<Address> order;
    std::vector<Address> stack;
    const auto walk = [&](Address from) {
        stack.push_back(from);
        while (!stack.empty()) {
            const Address at = stack.back();
            if (states[at] == State::unseen) {
                states[at] = State::open;
                for (const Address next : free_edges(program.instructions[at])) {
                    if (states[next] == State::unseen) {
                        stack.push_back(next);
                    }
                }
                continue;
            }
            stack.pop_back();
            if (states[at] == State::open) {
                states[at] = State::done;
                order.push_back(at);
            }
        }
    };
    for (Address at = 0; at < program.instructions.size(); ++at) {
        walk(at);
    }
    return order;
}

/// Puts the instructions in an order in which edges that take nothing lead forwards. Repeats take no empty
/// turns, so these edges make no circle.
void renumber(Program& program) {
    std::vector<Address> order = finishing_order(program);
    std::ranges::reverse(order);
    std::vector<Address> place(order.size());
    for (Address at = 0; at < order.size(); ++at) {
        place[order[at]] = at;
    }
    std::vector<Instruction> sorted;
    sorted.reserve(order.size());
    for (const Address old : order) {
        Instruction instruction = program.instructions[old];
        if (instruction.next != Instruction::kNone) {
            instruction.next = place[instruction.next];
        }
        if (instruction.other != Instruction::kNone) {
            instruction.other = place[instruction.other];
        }
        sorted.push_back(instruction);
    }
    program.instructions = std::move(sorted);
    program.start = place[program.start];
}

Anchor anchor_of(Context context, Shared& shared) {
    Anchor anchor;
    anchor.form = context.form;
    anchor.argument = context.argument;
    anchor.words = std::move(context.words);
    anchor.names = std::move(context.names);
    anchor.optional_parts = context.optional_parts;
    anchor.alternative = context.alternative;
    anchor.left = ProgramWriter(shared, Reading::leftwards).write(context.left);
    anchor.right = ProgramWriter(shared, Reading::rightwards).write(context.right);
    return anchor;
}

}  // namespace

CompiledPattern compile_pattern(const Node& pattern, TestTable& tests, const ListSource& lists,
                                CompileLimits limits) {
    Shared shared{tests, lists, limits, {}, {}, 0, false, false};
    shared.notes_literals = !has_capture(pattern, "cue") && !has_capture(pattern, "m");
    std::vector<Context> contexts = find_contexts(pattern, tests, lists, shared.names);
    if (contexts.empty()) {
        Context whole;
        whole.right.push_back({Piece::Form::node, {std::shared_ptr<const void>(), &pattern}, 0});
        contexts.push_back(std::move(whole));
    }
    CompiledPattern compiled;
    for (Context& context : contexts) {
        compiled.anchors.push_back(anchor_of(std::move(context), shared));
    }
    compiled.is_too_large = shared.is_too_large;
    compiled.size = shared.size;
    if (compiled.is_too_large) {
        compiled.anchors.clear();
        return compiled;
    }
    compiled.names = shared.names.take();
    compiled.looks = std::move(shared.looks);
    return compiled;
}

}  // namespace stancegraph::pattern
