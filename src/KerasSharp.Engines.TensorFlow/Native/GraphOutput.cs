using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <summary>An output of an operation in a graph (<c>TF_Output</c>).</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Index">Which of its outputs.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct GraphOutput(nint Operation, int Index);
