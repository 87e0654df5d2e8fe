namespace KerasSharp.Formats.Checkpoints;

/// <summary>What an optimizer keeps for a variable, such as its momentum.</summary>
/// <param name="Variable">The variable that is trained.</param>
/// <param name="Name">The slot's name, such as <c>m</c>.</param>
/// <param name="Value">The variable that the optimizer keeps.</param>
public sealed record CheckpointSlot(CheckpointObject Variable, string Name, CheckpointObject Value);
