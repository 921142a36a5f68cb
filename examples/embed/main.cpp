// Searches an index from a program of your own:  embed DB QUERY
#include <iostream>

#include "izde/izde.hpp"

int main(int argc, char** argv) try {
    if (argc != 3) throw std::runtime_error("usage: embed DB QUERY");
    const izde::Searcher searcher(argv[1]);
    izde::SearchRequest request;
    request.query = argv[2];
    for (const izde::Hit& hit : searcher.search(request).hits)
        std::cout << hit.title << "  (" << hit.path << ")\n";
} catch (const std::exception& error) {
    std::cerr << "embed: " << error.what() << '\n';
    return 2;
}
