#include "exporters/network.hpp"

#include "exporters/discourse_rows.hpp"
#include "exporters/stance_rows.hpp"

namespace stancegraph {

std::string_view type_name(CellType type, std::string_view truth) {
    switch (type) {
        case CellType::text:
            return "string";
        case CellType::whole:
            return "long";
        case CellType::number:
            return "double";
        case CellType::truth:
            return truth;
    }
    return "string";
}

std::unique_ptr<Network> make_network(const StanceGraph& graph, const ExportOptions& options) {
    if (options.network) {
        return std::make_unique<DiscourseRows>(graph, *options.network, options);
    }
    return std::make_unique<StanceRows>(graph, options);
}

}  // namespace stancegraph
