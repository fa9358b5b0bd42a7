"""Write the shipped files from a checkpoint: `python export.py CHECKPOINT BASE FOLDER`. See README.md.

The body as ONNX with weights in 8 bits (one row at a time, no padding), the head of the reading `whole` with the
stretches beside it as npz, the vocabulary as text.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from network import STRETCHES, PairNet
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import AutoModel

VOCABULARY = 30522
BACK = 0.0
"""How far the body is drawn back to the weights that it started from. data/claims, AP with the mixture: 7th checkpoint
0 .682, .1 .682; 4th 0 .678, .15 .677, .3 .671: it is drawn back during training, and nothing more is to be had."""


class Body(nn.Module):
    """The body over one row of word pieces."""

    def __init__(self, body: nn.Module) -> None:
        super().__init__()
        self.body = body

    def forward(self, ids: Tensor, kinds: Tensor) -> Tensor:
        """The last hidden states."""
        mask = torch.ones_like(ids)
        return self.body(input_ids=ids, attention_mask=mask, token_type_ids=kinds).last_hidden_state


def main(checkpoint: Path, base: str, folder: Path) -> None:
    """Exports, quantises, writes."""
    net = PairNet(AutoModel.from_pretrained(base), torch.zeros(VOCABULARY))
    start = {name: weight.detach().clone() for name, weight in net.named_parameters() if name.startswith("body")}
    net.load_state_dict(torch.load(checkpoint), strict=False)  # the centre, nothing here, is not in old ones
    with torch.no_grad():
        for name, weight in net.named_parameters():
            if name in start:
                weight.lerp_(start[name], BACK)
    net.eval()
    net.body.set_attn_implementation("eager")
    row = torch.randint(1000, 2000, (1, 20))
    axes = {name: {1: "pieces"} for name in ("ids", "kinds", "hidden")}
    with tempfile.TemporaryDirectory() as work:
        full = Path(work) / "body.onnx"
        names = {"input_names": ["ids", "kinds"], "output_names": ["hidden"], "dynamic_axes": axes}
        torch.onnx.export(
            Body(net.body), (row, torch.zeros_like(row)), str(full), **names, opset_version=17, dynamo=False
        )
        quantize_dynamic(full, folder / "pair_model.onnx", weight_type=QuantType.QInt8, per_channel=True)
    np.savez(folder / "pair_model_heads.npz", **heads_of(net))
    shutil.copy(Path(base) / "vocab.txt", folder / "pair_model_pieces.txt")


def heads_of(net: PairNet) -> dict[str, np.ndarray]:
    """What stands upon the body: the weights of word pieces and places, the curve, and the reading that ships."""
    whole = _flat(net.whole)
    return {
        "rarity": net.rarity.numpy().astype(np.float16),
        "gate": _flat(net.gate),
        "bend": net.bend.detach().numpy(),
        "last": np.concatenate([whole[:7], np.full(6, STRETCHES / 6, dtype=np.float32), whole[7:]]),
    }


def _flat(layer: nn.Linear) -> np.ndarray:
    """The weights of a layer with one output, and its constant."""
    return np.concatenate([layer.weight.detach().numpy().ravel(), layer.bias.detach().numpy()]).astype(np.float32)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
