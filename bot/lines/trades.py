"""Those with whom one works, many at a time: by their trade, age or place; all of it plain.

Customers, patients and suppliers are not here: what is said of them is said of the work.
"""

from collections.abc import Mapping

from bot.language import Lang


def _any_of(words: str) -> str:
    return "(?:" + "|".join(words.split()).replace("_", " ") + ")"


TRADES: Mapping[Lang, str] = {
    "en": _any_of("""
        devs? developers engineers coders testers designers managers bosses leads nurses doctors
        medics surgeons consultants carers porters midwives cashiers assistants sellers
        salespeople salesmen sales_reps reps buyers accountants auditors controllers clerks
        officers secretaries interns trainees juniors seniors newcomers newbies old[-_]?timers
        youngsters temps part-timers full-timers contractors mechanics technicians operators
        drivers pickers planners analysts architects recruiters teachers staff execs executives
        directors supervisors colleagues workers employees people folks? guys lads crowd crew gang
        lot ladies girls boys men women smokers higher-?ups
    """),
    "fr": _any_of("""
        devs? developpeurs developpeuses ingenieurs testeurs designers managers chefs cadres
        responsables infirmiers infirmieres medecins docteurs chirurgiens internes
        aides-soignantes? soignants consultants brancardiers caissiers caissieres assistantes?
        vendeurs vendeuses commerciaux commerciales acheteurs acheteuses comptables auditeurs
        controleurs agents secretaires stagiaires alternants juniors seniors nouveaux nouvelles
        anciens anciennes jeunes vieux interimaires prestataires mecanos? techniciens operateurs
        chauffeurs magasiniers planificateurs analystes architectes recruteurs enseignants profs
        dirigeants directeurs collegues salaries employes gens mecs gars filles hommes femmes
        fumeurs titulaires fonctionnaires decideurs autres
    """),
}
"""Each a pattern."""
