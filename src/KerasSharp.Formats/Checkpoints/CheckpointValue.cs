namespace KerasSharp.Formats.Checkpoints;

/// <summary>A value of an object in a checkpoint.</summary>
/// <param name="Name">What of the object it is; <c>VARIABLE_VALUE</c> of a variable.</param>
/// <param name="FullName">The name that the variable had in the program; may be empty.</param>
/// <param name="Key">The key under which the checkpoint has it.</param>
public sealed record CheckpointValue(string Name, string FullName, string Key);
