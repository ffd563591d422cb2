#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "graph/stance_graph.hpp"
#include "query/name_search.hpp"

/// Names that somebody typed, looked up in a graph, with a "did you mean" for those that it does not have.
namespace stancegraph {

/// Something that is asked for by name, and the words for its mistakes.
struct NamedField {
    std::string_view code;
    std::string_view what;    ///< `actor`
    std::string_view plural;  ///< `actors`
};

inline constexpr NamedField kActorField{"SG3001", "actor", "actors"};
inline constexpr NamedField kSubjectField{"SG3002", "subject", "subjects"};
inline constexpr NamedField kStanceField{"SG3003", "stance", "stances"};
inline constexpr NamedField kOutletField{"SG3004", "outlet", "outlets"};

inline constexpr NamedField kKindField{"SG3011", "kind of actor", "kinds of actors"};

/// An error without a place in a file.
[[nodiscard]] Diagnostic mistake(std::string_view code, std::string message, std::string hint);

/// The indices of those that fit `typed`: the best fit that anyone has, but all that fit at least as well as
/// `good_enough`. None, with a report, where there are none.
[[nodiscard]] std::vector<std::uint32_t> look_up(const NamedField& field, std::span<const Named> all,
                                                 const std::string& typed, NameFit good_enough,
                                                 Diagnostics& diagnostics);

/// The texts that fit `typed` best. None, with a report, where there are none.
[[nodiscard]] std::set<std::string> look_up_text(const NamedField& field, const std::set<std::string>& texts,
                                                 const std::string& typed, Diagnostics& diagnostics);

/// The one actor who is called that. Nothing, with a report, where there is none (SG3001) or several
/// (SG3012); of several with one name the one with most claims stands for them.
[[nodiscard]] std::optional<VertexIndex> look_up_actor(const StanceGraph& graph, const std::string& typed,
                                                       Diagnostics& diagnostics);

/// The actors or the subjects, whichever a name fits better; subjects where both fit alike. A name that fits
/// neither is reported as one of a subject (SG3002).
[[nodiscard]] std::optional<VertexKind> kind_called(const StanceGraph& graph, const std::string& typed,
                                                    Diagnostics& diagnostics);

}  // namespace stancegraph
