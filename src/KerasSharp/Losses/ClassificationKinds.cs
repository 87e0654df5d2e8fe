namespace KerasSharp.Losses;

/// <summary>Tells kinds of classification apart as Keras does for "accuracy" and "crossentropy".</summary>
internal static class ClassificationKinds
{
    /// <summary>The kind of targets and predictions of these shapes.</summary>
    public static ClassificationKind Of(Shape yTrue, Shape yPred)
    {
        if (yPred.Rank > 0 && yPred[-1] == 1)
            return ClassificationKind.Binary;
        return yTrue.Rank < yPred.Rank || (yTrue.Rank > 0 && yTrue[-1] == 1) ? ClassificationKind.Sparse : ClassificationKind.Categorical;
    }
}
