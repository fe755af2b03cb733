# Needs: what somebody looks for, read from one message, and what becomes of it.

refusal-need-draft = Cette demande n’est pas encore confirmée, personne n’a été sollicité. Vos demandes : /besoins
refusal-need-open = Cette demande est déjà ouverte : je cherche. Vos demandes : /besoins
refusal-need-closed = Cette demande est close, plus personne n’est cherché. Une nouvelle : /besoin
refusal-need-unmet = L’équipe cherche déjà pour cette demande. Vos demandes : /besoins
refusal-need-expired = Le jour de cette demande est passé. Une nouvelle : /besoin
