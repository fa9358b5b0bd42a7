"""Write the files of the network abroad: `python abroad_export.py CHECKPOINT BASE FOLDER`. See ABROAD.md.

The body as ONNX with weights in 8 bits (one row of vectors at a time, no padding); the vectors of the word pieces in
the 4 bits in which the base has them; the head of the reading `whole` with the stretches beside it; the vocabulary.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from abroad_base import body, packed
from export import heads_of
from network import E5, WIDTH, PairNet
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn


class Body(nn.Module):
    """The body over one row of vectors of word pieces."""

    def __init__(self, body: nn.Module) -> None:
        super().__init__()
        self.body = body

    def forward(self, vectors: Tensor) -> Tensor:
        """The last hidden state, shape (1, pieces, width)."""
        mask = torch.ones(vectors.shape[:2], dtype=torch.long)
        return self.body(inputs_embeds=vectors, attention_mask=mask).last_hidden_state


def main(checkpoint: Path, base: Path, folder: Path) -> None:
    """Exports, quantises, writes."""
    saved = torch.load(checkpoint)
    whole, numbers = packed(base / "e5-small-q4.bin"), saved["numbers"]
    net = PairNet(body(whole, numbers), torch.zeros(len(numbers)), E5)
    net.load_state_dict(saved["weights"])
    net.eval()
    net.body.set_attn_implementation("eager")
    axes = {name: {1: "pieces"} for name in ("vectors", "hidden")}
    names = {"input_names": ["vectors"], "output_names": ["hidden"], "dynamic_axes": axes}
    with tempfile.TemporaryDirectory() as work:
        full, row = Path(work) / "body.onnx", (torch.randn(1, 20, WIDTH),)
        torch.onnx.export(Body(net.body).eval(), row, str(full), **names, opset_version=17, dynamo=False)
        quantize_dynamic(full, folder / "pair_model_abroad.onnx", weight_type=QuantType.QInt8, per_channel=True)
    words = whole.words()[numbers]
    scales, halves = words[:, :, :2].copy().view("<f2")[:, :, 0], words[:, :, 2:]
    np.savez_compressed(folder / "pair_model_abroad_words.npz", scales=scales, numbers=halves)
    scores = np.array([whole.scores[k] for k in numbers], dtype=np.float32)
    np.savez(folder / "pair_model_abroad_heads.npz", scores=scores, centre=net.centre.numpy(), **heads_of(net))
    pieces = "\n".join(whole.pieces[k] for k in numbers)
    (folder / "pair_model_abroad_pieces.txt").write_text(pieces, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
