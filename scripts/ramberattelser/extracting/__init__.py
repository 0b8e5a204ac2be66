"""From a förbundsordning as PDF, Word or text to the words of its purpose clause, to the letter.

Data flows one way: ``files`` reads the document to lines, ``furniture`` takes running headers and page
numbers away, ``finding`` says where the clause begins and ends, ``mending`` joins its lines. Whatever is
done to the text on the way is in the list that ``extract`` returns beside it; nothing is mended unseen.

Nothing here knows of the data format or writes anything. Documents are hostile until proven otherwise:
size, unpacked size, time and memory are bounded, and every failure is a ``DocumentError`` with a Swedish
sentence.
"""

from ramberattelser.extracting.document import Document, DocumentError, Line
from ramberattelser.extracting.facts import Facts, facts_of
from ramberattelser.extracting.files import read_document
from ramberattelser.extracting.finding import Candidate, candidates
from ramberattelser.extracting.mending import Extract, extract
from ramberattelser.extracting.mends import Mend

__all__ = [
    "Candidate",
    "Document",
    "DocumentError",
    "Extract",
    "Facts",
    "Line",
    "Mend",
    "candidates",
    "extract",
    "facts_of",
    "read_document",
]
