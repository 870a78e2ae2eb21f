"""The forms of French verbs, plain: what a closed class of infinitives looks like in a text."""

_ER = (
    "e es ons ez ent er erai eras era erons erez eront erais erait eriez eraient ais ait ant aient"
)
_ER_PAST = "e ee es ees"
_IR = (
    "is it issons issez issent ir irai iras ira irons irez iront irais irait issais"
    " issait issant i ie"
)
_TABLE = """
etre: suis es est sommes etes sont etre serai seras sera serons serez seront sois soit
  soyons soient serais serait etais etait etant ete
avoir: ai as a avons avez ont avoir aurai auras aura aurons aurez auront aie ait ayons
  aurais aurait avais avait ayant eu
savoir: sais sait savons savez savent savoir saurai saura saurons sache sachant su
croire: crois croit croyons croient croire croirai croira croyant cru
comprendre: comprends comprend comprenons comprennent comprendre comprendrai comprendra
  comprenne comprenant compris
apprendre: apprends apprend apprenons apprennent apprendre apprendrai apprendra apprenne
  apprenant appris
prendre: prends prend prenons prennent prendre prendrai prendra prenne prenant pris
devenir: deviens devient devenons deviennent devenir deviendrai deviendra devienne devenant
tenir: tiens tient tenons tiennent tenir tiendrai tiendra tienne tenant tenu
soutenir: soutiens soutient soutenons soutiennent soutenir soutiendrai soutiendra soutenant
maintenir: maintiens maintient maintenir maintiendrai maintenant
obtenir: obtiens obtient obtenons obtiennent obtenir obtiendrai obtiendra obtienne obtenu
vouloir: veux veut voulons veulent vouloir voudrai voudra voudrais voudrait veuille
sentir: sens sent sentons sentent sentir sentirai sentira sente sentant
faire: fais fait faisons font faire ferai fera ferons feront fasse faisant
mettre: mets met mettons mettent mettre mettrai mettra mette mettant mis
voir: vois voit voyons voient voir verrai verra voie voyant vu
atteindre: atteins atteint atteignons atteindre atteindrai atteindra atteigne atteignant
reduire: reduis reduit reduisons reduire reduirai reduira reduise reduisant
craindre: crains craint craindre craindrai
accroitre: accrois accroit accroitre accroitrai
accueillir: accueille accueilles accueillons accueillez accueillent accueillir accueillerai
  accueillant
vivre: vis vit vivre vivrai vive vivant
plaire: plait plaire
percevoir: percois percevoir
promouvoir: promeus promouvoir
convaincre: convaincs convainc convaincre convaincrai convaincra convainque convaincant
suivre: suis suit suivre suivrai suivra suive suivant
gerer: gere geres gerer gererai gerera gerons gerant geree geres
sortir: sors sort sortons sortent sortir sortirai sortira sorte sortant
ouvrir: ouvre ouvres ouvrons ouvrent ouvrir ouvrirai ouvrira ouvrant
offrir: offre offres offrons offrent offrir offrirai offrira offrant
batir: batis batit batissons batissent batir batirai batira batissant
nourrir: nourris nourrit nourrissons nourrissent nourrir nourrirai nourrira nourrissant
arrondir: arrondis arrondit arrondissons arrondissent arrondir arrondirai arrondira
entretenir: entretiens entretient entretenons entretenir entretiendrai entretiendra entretenant
battre: bats bat battons battent battre battrai battra batte battant
resoudre: resous resout resolvons resoudre resoudrai resoudra
lire: lis lit lisons lisent lire lirai lira lise lisant
acquerir: acquiers acquiert acquerons acquerir acquerrai acquerra acquerant
entendre: entends entend entendons entendent entendre entendrai entendra
detendre: detends detend detendons detendent detendre detendrai detendra
reconnaitre: reconnais reconnait reconnaissons reconnaitre reconnaitrai reconnaitra
admettre: admets admet admettons admettre admettrai admettra admette
promettre: promets promet promettons promettre promettrai promettra
permettre: permets permet permettons permettre permettrai permettra
remettre: remets remet remettons remettre remettrai remettra remette
souvenir: souviens souvient souvenons souvenir souviendrai souviendra
abstenir: abstiens abstient abstenons abstenir abstiendrai abstiendra
paraitre: parais parait paraissons paraitre paraitrai paraitra
connaitre: connais connait connaissons connaissent connaitre connaitrai connaitra
parfaire: parfais parfait parfaire
"""
_ROWS = _TABLE.replace("\n  ", " ").strip().splitlines()
_IRREGULAR = {verb: listed.split() for verb, listed in (row.split(":") for row in _ROWS)}
BASES = {form: verb for verb, listed in _IRREGULAR.items() for form in listed}
"""The infinitive of each irregular form; « mets » and « tiens » are also other words."""


def forms(*infinitives: str) -> set[str]:
    """Return the plain forms of French verbs."""
    return {form for verb in " ".join(infinitives).split() for form in _forms(verb)}


def _forms(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    stem, ending = verb[:-2], verb[-2:]
    if ending == "er":
        stems = {stem}
        if stem.endswith("g"):
            stems.add(f"{stem}e")
        if stem.endswith(("oy", "uy", "ay")):
            stems.add(f"{stem[:-1]}i")
        if stem.endswith(("el", "et")):
            stems.add(stem + stem[-1])
        return [s + e for s in stems for e in f"{_ER} {_ER_PAST}".split()]
    return [stem[:] + e for e in _IR.split()] if ending == "ir" else [verb]
