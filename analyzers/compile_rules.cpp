// compile_rules OUT.cpp NAME RULES.tsv EXCEPTIONS.tsv
// Built and run by CMake: turns a language's rule files into the arrays of suffix_rules.hpp, so that nothing
// is parsed at run time. Suffixes are front-coded (learn/suffix_rules.py); exceptions are form, stem, reason.

#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/suffix_rules.hpp"

namespace {

using izde::analyzers::kNoLetter;
using izde::analyzers::kWordBegin;
using izde::analyzers::label_of_letter;

struct Node {
    std::map<std::uint8_t, Node> children;
    std::size_t rule = 0;  // 0: none
};

/// Letters of UTF-8 text as labels, in the order of the text.
std::vector<std::uint8_t> labels_of(const std::string& text) {
    std::vector<std::uint8_t> labels;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '^') {
            labels.push_back(kWordBegin);
            ++at;
            continue;
        }
        if (at + 1 >= text.size()) throw std::runtime_error("no Cyrillic letters: " + text);
        const char32_t code = (static_cast<unsigned char>(text[at]) & 0x1FU) << 6U |
                              (static_cast<unsigned char>(text[at + 1]) & 0x3FU);
        labels.push_back(label_of_letter(code));
        if (labels.back() == kNoLetter) throw std::runtime_error("no Cyrillic letters: " + text);
        at += 2;
    }
    return labels;
}

class Compiler {
  public:
    void read_rules(const std::string& path) {
        std::vector<std::uint8_t> suffix;  // reversed
        each_line(path, [&](const std::string& line) {
            const std::size_t tab = line.find('\t');
            std::size_t digits = 0;
            const std::size_t shared = std::stoul(line, &digits);
            suffix.resize(shared);
            for (const std::uint8_t label : labels_of(line.substr(digits, tab - digits)))
                suffix.push_back(label);
            const std::string rule = line.substr(tab + 1);
            const std::size_t cut = std::stoul(rule, &digits);
            insert(suffix, {cut, rule.substr(digits)});
        });
    }

    void read_exceptions(const std::string& path) {
        each_line(path, [&](const std::string& line) {
            const std::size_t first = line.find('\t');
            const std::size_t second = line.find('\t', first + 1);
            if (second == std::string::npos) throw std::runtime_error("no reason given: " + line);
            std::vector<std::uint8_t> form = labels_of(line.substr(0, first));
            const std::size_t letters = form.size();
            const std::vector<std::uint8_t> reversed(form.rbegin(), form.rend());
            std::vector<std::uint8_t> key = reversed;
            key.push_back(kWordBegin);
            insert(key, {letters, line.substr(first + 1, second - first - 1)});
        });
    }

    void write(const std::string& path, const std::string& name) const {
        std::vector<const Node*> order;
        std::vector<unsigned> labels{0};
        std::vector<std::size_t> first_child;
        order.push_back(&root_);
        for (std::size_t index = 0; index < order.size(); ++index) {
            first_child.push_back(order.size());
            for (const auto& [label, child] : order[index]->children) {
                labels.push_back(label);
                order.push_back(&child);
            }
        }
        first_child.push_back(order.size());

        std::ofstream out(path);
        out << "// Generated from rules.tsv and exceptions.tsv by compile_rules.cpp.\n"
               "#include \"analyzers/suffix_rules.hpp\"\n\nnamespace izde::analyzers {\nnamespace {\n";
        out << "constexpr std::uint8_t kLabels[] = {";
        for (const unsigned label : labels) out << label << ',';
        out << "};\nconstexpr std::uint16_t kRuleOf[] = {";
        for (const Node* node : order) out << node->rule << ',';
        out << "};\nconstexpr std::uint32_t kFirstChild[] = {";
        for (const std::size_t child : first_child) out << child << ',';
        out << "};\nconstexpr SuffixRules::Rule kRules[] = {\n";
        for (const auto& [cut, add] : rules_) out << '{' << cut << ",\"" << add << "\"},\n";
        out << "};\n}  // namespace\n"
               "const SuffixRules "
            << name
            << "{kLabels, kRuleOf, kFirstChild, kRules};\n"
               "}  // namespace izde::analyzers\n";
        if (!out.flush()) throw std::runtime_error("cannot write " + path);
    }

  private:
    using Rule = std::pair<std::size_t, std::string>;

    template <typename Function>
    static void each_line(const std::string& path, Function function) {
        std::ifstream file(path);
        if (!file) throw std::runtime_error("cannot read " + path);
        for (std::string line; std::getline(file, line);) {
            if (!line.empty() && line.front() != '#') function(line);
        }
    }

    void insert(const std::vector<std::uint8_t>& reversed, const Rule& rule) {
        Node* node = &root_;
        for (const std::uint8_t label : reversed) node = &node->children[label];
        const auto [entry, is_new] = index_.try_emplace(rule, rules_.size() + 1);
        if (is_new) rules_.push_back(rule);
        if (rules_.size() > 0xFFFF || rule.first > 0xFF) throw std::runtime_error("too many rules");
        node->rule = entry->second;
    }

    Node root_;
    std::map<Rule, std::size_t> index_;
    std::vector<Rule> rules_;
};

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 5) throw std::runtime_error("usage: compile_rules OUT.cpp NAME RULES.tsv EXCEPTIONS.tsv");
        Compiler compiler;
        compiler.read_rules(argv[3]);
        compiler.read_exceptions(argv[4]);
        compiler.write(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "compile_rules: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
