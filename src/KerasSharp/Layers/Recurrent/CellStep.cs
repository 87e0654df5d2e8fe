namespace KerasSharp.Layers;

/// <summary>A step of a cell on an input that has been prepared.</summary>
internal delegate (Tensor Output, IReadOnlyList<Tensor> States) CellStep(Tensor input, IReadOnlyList<Tensor> states);
