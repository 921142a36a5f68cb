#include "analyzers/citation/provision_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/citation/provision_group.hpp"

namespace izde::analyzers {
namespace {

class Reader {
  public:
    explicit Reader(const LexemeText& text) : text_(text), lexemes_(text.lexemes) {}

    std::vector<Provision> read();

  private:
    bool is_joint(std::size_t from, std::size_t to) const;
    bool is_level_below(const std::vector<Group>& chain, const Group& group) const;
    Provision make_provision(std::vector<Group> chain) const;
    void finish_cluster(std::vector<std::vector<Group>>& cluster, std::vector<Provision>& result) const;

    const LexemeText& text_;
    const std::vector<Lexeme>& lexemes_;
};

/// Whether only a comma or a conjunction (or «а также») stands between lexemes.
bool Reader::is_joint(std::size_t from, std::size_t to) const {
    if (to - from > 2 || to >= lexemes_.size()) return false;
    for (std::size_t at = from; at < to; ++at) {
        if (lexemes_[at].sense.role != WordRole::conjunction) return false;
    }
    for (std::size_t at = from; at <= to; ++at) {
        if (!holds_only(text_.gap(at), kListGap)) return false;
    }
    return to > from || text_.gap(to).find(',') != std::string_view::npos;
}

char letter_of(Unit unit) {
    switch (unit) {
        case Unit::point:
            return 'p';
        case Unit::subpoint:
            return 's';
        case Unit::part:
            return 'c';
        case Unit::paragraph:
            return 'b';
        default:
            return '\0';
    }
}

bool has_article(const std::vector<Group>& chain) {
    return std::any_of(chain.begin(), chain.end(),
                       [](const Group& group) { return group.unit == Unit::article; });
}

/// Whether the levels stand from the large to the small.
bool is_descending(const std::vector<Group>& chain) {
    if (chain.empty() || chain.front().unit == Unit::article) return true;
    if (chain.back().unit == Unit::article) return false;
    return chain.front().is_kazakh;
}

/// From the article down; 0 of a chapter.
int level_of(Unit unit) {
    constexpr std::array kLevels = {Unit::article, Unit::part, Unit::point, Unit::subpoint, Unit::paragraph};
    const auto* const level = std::find(kLevels.begin(), kLevels.end(), unit);
    return level == kLevels.end() ? 0 : static_cast<int>(level - kLevels.begin()) + 1;
}

/// «статья 35, пункт 2»: behind a comma a lower level of the same article, unless an article of its own
/// stands behind it («статья 8, пункт 2 статьи 9»).
bool Reader::is_level_below(const std::vector<Group>& chain, const Group& group) const {
    if (chain.front().unit != Unit::article || chain.front().is_kazakh || group.is_kazakh) return false;
    if (level_of(group.unit) <= level_of(chain.back().unit)) return false;
    const std::string_view gap = text_.gap(group.first);
    if (!holds_only(gap, kListGap) || gap.find(',') == std::string_view::npos) return false;
    std::size_t next = group.end;
    while (next < lexemes_.size() && lexemes_[next].sense.role == WordRole::conjunction) ++next;
    const std::optional<Group> behind = next < lexemes_.size() ? read_group(text_, next) : std::nullopt;
    const bool is_lower_still = behind && level_of(behind->unit) > level_of(group.unit);
    return !behind || is_lower_still || !holds_only(text_.gap(next), kListGap);
}

Provision Reader::make_provision(std::vector<Group> chain) const {
    Provision provision;
    provision.first = lexemes_.size();
    for (std::size_t i = 0; i < chain.size(); ++i) {
        // «пп. 1, 2 ст. 5»: points in the plural; a sub-point has a bracket or a point above it.
        if (chain[i].unit == Unit::subpoint && chain[i].is_abbreviated && !chain[i].has_bracket &&
            i + 1 < chain.size() && chain[i + 1].unit == Unit::article) {
            chain[i].unit = Unit::point;
        }
    }
    if (!is_descending(chain)) std::reverse(chain.begin(), chain.end());
    std::vector<std::string> paths = {""};
    for (const Group& group : chain) {
        if (group.unit == Unit::chapter) {
            provision.has_chapter = true;
            continue;
        }
        if (group.numbers.empty()) return {};  // «настоящего пункта»
        std::vector<std::string> longer;
        for (const std::string& path : paths) {
            for (const std::string& number : group.numbers) {
                if (longer.size() >= kMostPaths) break;
                std::string next = path;
                if (!next.empty()) next += '/';
                if (group.unit != Unit::article) next += letter_of(group.unit);
                longer.push_back(next + number);
            }
        }
        paths = std::move(longer);
        if (group.unit == Unit::article) {
            provision.has_article = true;
            provision.is_abbreviated = group.is_abbreviated;
        }
        provision.is_own = provision.is_own || group.is_own;
    }
    if (paths.size() != 1 || !paths[0].empty()) provision.paths = std::move(paths);
    return provision;
}

/// Gives chains without an article the levels that they share with a neighbour: «пункта 1 и пункта 3 статьи
/// 5» from behind, «35-бабының 1-тармағы және 2-тармағы» from before.
void Reader::finish_cluster(std::vector<std::vector<Group>>& cluster, std::vector<Provision>& result) const {
    std::vector<std::vector<Group>> complete = cluster;
    for (std::size_t i = cluster.size(); i-- > 0;) {
        std::vector<Group>& chain = complete[i];
        if (has_article(chain) || i + 1 >= cluster.size() || chain.back().is_kazakh) continue;
        const std::vector<Group>& next = complete[i + 1];
        if (!has_article(next) || next.front().unit == Unit::article) continue;
        auto from = std::find_if(next.begin(), next.end(),
                                 [&](const Group& group) { return group.unit == chain.back().unit; });
        if (from == next.end()) from = next.end() - 2;
        chain.insert(chain.end(), from + 1, next.end());
    }
    for (std::size_t i = 1; i < cluster.size(); ++i) {
        std::vector<Group>& chain = complete[i];
        if (has_article(chain)) continue;
        const std::vector<Group>& before = complete[i - 1];
        if (!has_article(before) || before.front().unit != Unit::article) continue;
        const auto until = std::find_if(before.begin(), before.end(),
                                        [&](const Group& group) { return group.unit == chain.front().unit; });
        chain.insert(chain.begin(), before.begin(), until);
    }
    for (std::size_t i = 0; i < cluster.size(); ++i) {
        Provision provision = make_provision(complete[i]);
        provision.first = cluster[i].front().first;
        provision.end = cluster[i].back().end;
        if (!provision.paths.empty() || provision.has_chapter) result.push_back(std::move(provision));
    }
    cluster.clear();
}

std::vector<Provision> Reader::read() {
    std::vector<Provision> result;
    std::vector<std::vector<Group>> cluster;
    std::size_t at = 0;
    std::size_t end = 0;  // of the last group
    while (at < lexemes_.size()) {
        std::optional<Group> group = read_group(text_, at);
        if (!group) {
            ++at;
            continue;
        }
        // «188-б. 2-б.»: «б» is the article and then the part.
        if (!cluster.empty() && group->first == end && group->unit == Unit::article && group->is_kazakh &&
            group->is_abbreviated && cluster.back().back().unit == Unit::article &&
            cluster.back().back().is_abbreviated && cluster.back().back().is_kazakh) {
            group->unit = Unit::part;
        }
        constexpr std::size_t kLongestCluster = 32;
        const bool is_next =
            !cluster.empty() && group->first == end && holds_only(text_.gap(end), " \t\r\n\xC2\xA0.)\"«»„“”");
        const bool is_lower =
            !cluster.empty() && group->first == end && is_level_below(cluster.back(), *group);
        if (is_lower || (is_next && cluster.back().back().unit != group->unit)) {
            cluster.back().push_back(std::move(*group));
        } else if (!cluster.empty() && cluster.size() < kLongestCluster && is_joint(end, group->first)) {
            cluster.push_back({std::move(*group)});
        } else {
            finish_cluster(cluster, result);
            cluster.push_back({std::move(*group)});
        }
        end = at = cluster.back().back().end;
    }
    finish_cluster(cluster, result);
    return result;
}

}  // namespace

std::vector<Provision> read_provisions(const LexemeText& text) {
    return Reader(text).read();
}

}  // namespace izde::analyzers
