using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <content>c_api.h: reading graphs, sessions, SavedModels.</content>
internal static unsafe partial class TensorFlowNative
{
    [LibraryImport(Library)]
    public static partial nint TF_NewImportGraphDefOptions();

    [LibraryImport(Library)]
    public static partial void TF_DeleteImportGraphDefOptions(nint options);

    [LibraryImport(Library)]
    public static partial void TF_GraphImportGraphDef(GraphHandle graph, BufferHandle graphDef, nint options, StatusHandle status);

    [LibraryImport(Library)]
    public static partial nint TF_GraphNextOperation(GraphHandle graph, ref nuint position);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint TF_GraphOperationByName(GraphHandle graph, string name);

    [LibraryImport(Library)]
    public static partial nint TF_OperationName(nint operation);

    [LibraryImport(Library)]
    public static partial nint TF_OperationOpType(nint operation);

    [LibraryImport(Library)]
    public static partial int TF_OperationOutputType(GraphOutput output);

    [LibraryImport(Library)]
    public static partial int TF_OperationOutputNumConsumers(GraphOutput output);

    [LibraryImport(Library)]
    public static partial int TF_GraphGetTensorNumDims(GraphHandle graph, GraphOutput output, StatusHandle status);

    [LibraryImport(Library)]
    public static partial void TF_GraphGetTensorShape(GraphHandle graph, GraphOutput output, long* dims, int rank, StatusHandle status);

    [LibraryImport(Library)]
    public static partial nint TF_NewSessionOptions();

    [LibraryImport(Library)]
    public static partial void TF_SetConfig(nint options, byte* config, nuint length, StatusHandle status);

    [LibraryImport(Library)]
    public static partial void TF_DeleteSessionOptions(nint options);

    [LibraryImport(Library)]
    public static partial SessionHandle TF_NewSession(GraphHandle graph, nint options, StatusHandle status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial SessionHandle TF_LoadSessionFromSavedModel(
        nint options,
        nint runOptions,
        string folder,
        string[] tags,
        int tagCount,
        GraphHandle graph,
        nint metaGraph,
        StatusHandle status
    );

    [LibraryImport(Library)]
    public static partial void TF_CloseSession(nint session, nint status);

    [LibraryImport(Library)]
    public static partial void TF_DeleteSession(nint session, nint status);

    [LibraryImport(Library)]
    public static partial void TF_SessionRun(
        SessionHandle session,
        nint runOptions,
        GraphOutput* inputs,
        nint* inputValues,
        int inputCount,
        GraphOutput* outputs,
        nint* outputValues,
        int outputCount,
        nint targets,
        int targetCount,
        nint metadata,
        StatusHandle status
    );
}
