# SPDX-License-Identifier: Apache-2.0
import os
from types import TracebackType
from typing import (
    Any,
    Callable,
    Dict,
    Iterable,
    Iterator,
    List,
    Optional,
    Protocol,
    Sequence,
    Set,
    Tuple,
    Type,
    Union,
)

from dossier._facts import Facts
from dossier._found import Answers, Found
from dossier._options import Options
from dossier._reports import (
    Conflict,
    Decision,
    Document,
    Entity,
    EvidenceList,
    Fault,
    IngestOutcome,
    IngestReport,
    LoadReport,
    Progress,
    RejectedFact,
    SavedQuery,
    Statistics,
    UpdateReport,
)
from dossier._rows import Row
from dossier._terms import BlankNode, Iri, Triple, Value
from dossier._views import DocumentView, EntityView, GraphView, PathStep, Sayings, Timeline

_Path = Union[str, bytes, "os.PathLike[str]"]
_Parameters = Optional[Dict[str, Any]]
_Quad = Sequence[Any]
_Part = Optional[Value]

class _Aggregate(Protocol):
    def add(self, value: Value, /) -> None: ...
    def result(self) -> Optional[Value]: ...


version: str
prefixes: Dict[str, str]

def parse_term(text: str) -> Value: ...
def format_term(value: Value) -> str: ...

class Cancellation:
    def __init__(self) -> None: ...
    def cancel(self) -> None: ...
    def reset(self) -> None: ...
    @property
    def cancelled(self) -> bool: ...

class Rows(Iterator[Row]):
    def __iter__(self) -> Rows: ...
    def __next__(self) -> Row: ...
    @property
    def variables(self) -> List[str]: ...
    @property
    def warnings(self) -> List[str]: ...
    def plan(self) -> str: ...
    def serialize(self, format: str) -> str: ...
    def close(self) -> None: ...
    def to_pandas(self) -> Any: ...
    def to_arrow(self) -> Any: ...
    def to_polars(self) -> Any: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...
    def _to_numpy(self) -> Dict[str, Tuple[Any, Optional[Any], bool]]: ...
    def _rows_ahead(self, count: int) -> List[Row]: ...
    def _repr_html_(self) -> str: ...

class Triples(Iterator[Triple]):
    def __iter__(self) -> Triples: ...
    def __next__(self) -> Triple: ...
    def plan(self) -> str: ...
    def serialize(self, format: str) -> str: ...
    def close(self) -> None: ...

class PreparedQuery:
    def query(
        self, parameters: _Parameters = None, *, timeout: Optional[float] = None, terms: bool = False
    ) -> Rows: ...
    def ask(self, parameters: _Parameters = None, *, timeout: Optional[float] = None) -> bool: ...
    def construct(
        self, parameters: _Parameters = None, *, timeout: Optional[float] = None, terms: bool = False
    ) -> Triples: ...

class _Requests:
    def query(
        self,
        text: str,
        parameters: _Parameters = None,
        *,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
        terms: bool = False,
    ) -> Rows: ...
    def ask(
        self,
        text: str,
        parameters: _Parameters = None,
        *,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> bool: ...
    def construct(
        self,
        text: str,
        parameters: _Parameters = None,
        *,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
        terms: bool = False,
    ) -> Triples: ...
    def execute(
        self,
        text: str,
        parameters: _Parameters = None,
        *,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
        terms: bool = False,
    ) -> Union[Rows, Triples, bool]: ...
    def update(
        self,
        text: str,
        parameters: _Parameters = None,
        *,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> UpdateReport: ...

class Transaction(_Requests):
    def insert(self, quad: _Quad) -> None: ...
    def insert_all(self, quads: Iterable[_Quad]) -> None: ...
    def erase(self, quad: _Quad) -> None: ...
    def __contains__(self, quad: _Quad) -> bool: ...
    def clear_graph(self, graph: str) -> int: ...
    def new_blank_node(self) -> BlankNode: ...
    def commit(self, *, synced: bool = True) -> None: ...
    def rollback(self) -> None: ...
    def __enter__(self) -> Transaction: ...
    def __exit__(
        self,
        type: Optional[Type[BaseException]],
        value: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None: ...

class KnowledgeBase(_Requests):
    def __init__(
        self,
        path: _Path,
        *,
        create: bool = True,
        read_only: bool = False,
        memory_bytes: int = ...,
        timeout: Optional[float] = None,
        query_memory_bytes: Optional[int] = None,
        max_rows: Optional[int] = None,
    ) -> None: ...
    def close(self) -> None: ...
    @property
    def closed(self) -> bool: ...
    @property
    def path(self) -> str: ...
    def __enter__(self) -> KnowledgeBase: ...
    def __exit__(
        self,
        type: Optional[Type[BaseException]],
        value: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None: ...
    def statistics(self) -> Statistics: ...
    def check(self) -> List[Fault]: ...
    def compact(self) -> None: ...
    def backup(self, directory: _Path) -> None: ...
    @staticmethod
    def restore(backup_directory: _Path, path: _Path) -> None: ...
    def refresh(self) -> None: ...
    def prepare(self, text: str, *, options: Optional[Options] = None) -> PreparedQuery: ...
    def explain(
        self, text: str, parameters: _Parameters = None, *, options: Optional[Options] = None
    ) -> str: ...
    def save_query(self, name: str, text: str, description: str = "") -> None: ...
    def saved_queries(self) -> List[SavedQuery]: ...
    def saved_query(self, name: str) -> SavedQuery: ...
    def run(
        self,
        name: str,
        values: _Parameters = None,
        *,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
        terms: bool = False,
    ) -> Union[Rows, Triples, bool]: ...
    def register_function(
        self,
        iri: str,
        function: Callable[..., Optional[Value]],
        arguments: int = 1,
        most_arguments: Optional[int] = None,
    ) -> None: ...
    def register_aggregate(self, iri: str, make: Callable[[], _Aggregate]) -> None: ...
    def begin(
        self, *, timeout: Optional[float] = None, cancellation: Optional[Cancellation] = None
    ) -> Transaction: ...
    def try_begin(self) -> Optional[Transaction]: ...
    def load(
        self,
        path: _Path,
        *,
        format: Optional[str] = None,
        base: str = "",
        graph: Optional[str] = None,
        bad_lines: Optional[_Path] = None,
        progress: Optional[Callable[[Progress], Optional[bool]]] = None,
    ) -> LoadReport: ...
    def load_text(
        self, text: str, format: str, *, base: str = "", graph: Optional[str] = None
    ) -> LoadReport: ...
    def load_quads(
        self,
        quads: Iterable[_Quad],
        *,
        progress: Optional[Callable[[Progress], Optional[bool]]] = None,
    ) -> LoadReport: ...
    def dump(
        self, path: _Path, *, format: Optional[str] = None, graph: Optional[str] = None
    ) -> None: ...
    def dump_text(self, format: str = "trig", *, graph: Optional[str] = None) -> str: ...
    def ingest(
        self,
        path: _Path,
        *,
        timeout: Optional[float] = None,
        rules: Optional[_Path] = None,
        pdf_program: Optional[_Path] = None,
        fast: bool = False,
        cancellation: Optional[Cancellation] = None,
    ) -> IngestReport: ...
    def ingest_text(
        self,
        text: Union[str, bytes],
        source_name: str,
        *,
        timeout: Optional[float] = None,
        rules: Optional[_Path] = None,
        pdf_program: Optional[_Path] = None,
        fast: bool = False,
        cancellation: Optional[Cancellation] = None,
    ) -> IngestReport: ...
    def ingest_all(
        self,
        paths: Iterable[_Path],
        *,
        jobs: int = 0,
        recursive: bool = False,
        exclude: Sequence[str] = ...,
        text_column: str = "",
        date_column: str = "",
        author_column: str = "",
        title_column: str = "",
        language: str = "",
        ocr: bool = False,
        done: Optional[Callable[[IngestOutcome], Optional[bool]]] = None,
        progress: Optional[Callable[[Progress], Optional[bool]]] = None,
        timeout: Optional[float] = None,
        rules: Optional[_Path] = None,
        pdf_program: Optional[_Path] = None,
        fast: bool = False,
        cancellation: Optional[Cancellation] = None,
    ) -> List[IngestOutcome]: ...
    def documents(self) -> List[Document]: ...
    def forget(self, document: str) -> bool: ...
    def why(
        self,
        subject: _Part = None,
        predicate: _Part = None,
        object: _Part = None,
        *,
        limit: Optional[int] = None,
        offset: int = 0,
        timeout: Optional[float] = None,
    ) -> EvidenceList: ...
    def conflicts(self, relations: str = "") -> List[Conflict]: ...
    def entity(self, entity: str) -> Entity: ...
    def entities_named(self, name: str) -> List[Iri]: ...
    def merge_entities(self, kept: str, gone: str) -> Decision: ...
    def split_name(self, entity: str, name: str) -> Decision: ...
    def split_document(self, entity: str, document: str) -> Decision: ...
    def rename_entity(self, entity: str, name: str) -> Decision: ...
    def reject_fact(self, fact: str) -> Decision: ...
    def restore_fact(self, fact: str) -> None: ...
    def rejected_facts(self) -> List[RejectedFact]: ...
    def undo_decision(self, number: int) -> None: ...
    def entity_decisions(self) -> List[Decision]: ...
    def find(
        self,
        words: str,
        *,
        document: Optional[str] = None,
        speaker: Optional[str] = None,
        since: str = "",
        entities: int = 10,
        sentences: int = 10,
        skip: int = 0,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> Found: ...
    def ask_english(
        self,
        question: str,
        *,
        choices: Optional[Dict[str, str]] = None,
        most: int = 20,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> Answers: ...
    def index_texts(self, predicates: Iterable[str] = ()) -> None: ...
    def about(
        self,
        entity: str,
        *,
        most: int = 100,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> EntityView: ...
    def says(
        self,
        speaker: str,
        *,
        about: Optional[str] = None,
        words: str = "",
        most: int = 20,
        skip: int = 0,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> Sayings: ...
    def timeline(
        self,
        entity: str,
        *,
        most: int = 500,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> Timeline: ...
    def document(
        self,
        document: str,
        *,
        first: int = 0,
        most: int = 1000,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> DocumentView: ...
    def facts(
        self,
        subject: Optional[str] = None,
        predicate: Union[str, List[str], Set[str], None] = None,
        object: _Part = None,
        *,
        about: Optional[str] = None,
        saying: str = "",
        since: str = "",
        until: str = "",
        document: Optional[str] = None,
        speaker: Optional[str] = None,
        entity_class: Optional[str] = None,
        min_confidence: float = 0.0,
        names_only: bool = False,
        most: int = 100,
        skip: int = 0,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> Facts: ...
    def family(self, name: str) -> List[Iri]: ...
    def graph_around(
        self,
        start: str,
        *,
        depth: int = 1,
        names_only: bool = True,
        asserted_only: bool = False,
        since: str = "",
        until: str = "",
        collapse_above: int = 30,
        most_nodes: int = 150,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> GraphView: ...
    def path_between(
        self,
        start: str,
        end: str,
        *,
        longest: int = 6,
        timeout: Optional[float] = None,
        options: Optional[Options] = None,
    ) -> List[PathStep]: ...
