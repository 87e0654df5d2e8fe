namespace KerasSharp.Datasets.Sources;

/// <summary>The npm client could not be run, failed or took too long.</summary>
internal sealed class NpmException(string message, Exception? inner = null) : Exception(message, inner);
