"""What is written with a capital and names nobody: tools, places, short forms; all of it plain."""

import functools
from zoneinfo import available_timezones

from bot.feedback.privacy_hint import LEXICONS
from bot.language import LANGS
from bot.places import city, countries
from bot.plain import plain


@functools.cache
def capitals() -> frozenset[str]:
    """Return the words whose capital says nothing, wherever they stand."""
    said = set((_TOOLS + _PLACES + _SHORT + _ALL_OF_US).split())
    for lang in LANGS:
        said |= LEXICONS[lang].capitals
        said |= {word for _, name in countries(lang) for word in plain(name).split()}
    for zone in available_timezones():
        said |= set(plain(city(zone)).split())
    return frozenset(said)


_TOOLS = """
airtable android angular anglais ansible apple asana aws azure bitbucket bluetooth bootstrap
calendly canva catia chatgpt chrome claude confluence copilot crm datadog devops discord django
docker docusign dropbox edge erp excel facebook figma firefox framer gemini genially gimp git
github gitlab gmail google grafana hubspot illustrator indesign intranet ios iphone java
javascript jenkins jira kanban kibana klaxoon kubernetes linear linkedin linux looker lucidchart
mac mailchimp mattermost matlab meet miro monday mural mysql netsuite notion odoo office okta
onedrive onenote openai oracle outlook photoshop pipedrive planner postgres power powerbi
powerpoint python qlik react redmine revit sage salesforce sap scrum selenium sentry servicenow
sharepoint shopify skype slack smartsheet snowflake solidworks sonar splunk spotify sql stripe
tableau teams terraform todoist toggl trello tricount typeform ubuntu visio vscode webex whatsapp
windows wiki word wordpress workday youtube zapier zendesk zoom
"""

_PLACES = """
aberdeen africa afrique aix america amerique angers annecy asia asie austin avignon barcelona
barcelone basel bale bath belfast bern berne besancon birmingham bordeaux boston brest bretagne
brighton bristol britain brittany bruges caen california cambridge cardiff chester chicago
clermont cologne cork coventry dallas derby dijon dundee edinburgh england ferrand france
frankfurt galway gand geneva geneve genova ghent glasgow grenoble hamburg houston hull ile iowa
italy krakow lausanne leeds leicester leipzig lens liege limerick limoges liverpool london londres
lorient lyon malmo manchester marseille metz miami milan milano monaco montpellier mulhouse munich
nancy nantes naples newcastle nice nimes normandie normandy norwich nottingham orleans oxford
paris pau perpignan plymouth poitiers porto portsmouth preston quimper reading reims rennes rome
rotterdam rouen scotland seattle sheffield southampton strasbourg stuttgart texas toulon toulouse
tours turin valence valencia versailles wales wolverhampton york
"""

_SHORT = """
asap bcp cao cc cdd cdi ceo cfo ci codir comex copil coproj cse cto cv daf dev drh dsi ecommerce
faq fr fyi gmao hq hr ia iso it kpi kpis mail mvp nda nps ok okr okrs open pao pc pdf pm pme po
pos ppt pr prs qa qhse qr qvt rdv retex rfp rgpd rh roadmap roi rps rse rtt sav saas seo siret sla
sms sos sprint stp svp tbd tma todo ttt tv ui url usb ux vip visio vpn vs wfh wip
"""

_ALL_OF_US = """
team all everyone everybody colleagues people guys folks others each eachother tous toutes chacun
chacune autres collegues
"""
