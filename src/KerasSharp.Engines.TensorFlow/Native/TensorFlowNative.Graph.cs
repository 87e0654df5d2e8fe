using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <content>c_api.h: graphs, operations, functions.</content>
internal static unsafe partial class TensorFlowNative
{
    [LibraryImport(Library)]
    public static partial nint TF_NewGraph();

    [LibraryImport(Library)]
    public static partial void TF_DeleteGraph(nint graph);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint TF_NewOperation(GraphHandle graph, string type, string name);

    [LibraryImport(Library)]
    public static partial nint TF_FinishOperation(nint description, StatusHandle status);

    [LibraryImport(Library)]
    public static partial void TF_AddInput(nint description, GraphOutput input);

    [LibraryImport(Library)]
    public static partial void TF_AddInputList(nint description, GraphOutput* inputs, int count);

    [LibraryImport(Library)]
    public static partial void TF_AddControlInput(nint description, nint operation);

    [LibraryImport(Library)]
    public static partial int TF_OperationNumOutputs(nint operation);

    [LibraryImport(Library)]
    public static partial void TF_GraphCopyFunction(GraphHandle graph, FunctionHandle function, nint gradient, StatusHandle status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial FunctionHandle TF_GraphToFunctionWithControlOutputs(
        GraphHandle body,
        string name,
        byte appendHash,
        int operationCount,
        nint operations,
        int inputCount,
        GraphOutput* inputs,
        int outputCount,
        GraphOutput* outputs,
        nint outputNames,
        int controlCount,
        nint* controls,
        nint controlNames,
        nint options,
        string? description,
        StatusHandle status
    );

    [LibraryImport(Library)]
    public static partial void TF_DeleteFunction(nint function);

    [LibraryImport(Library)]
    public static partial void TF_GraphToGraphDef(GraphHandle graph, BufferHandle result, StatusHandle status);
}
