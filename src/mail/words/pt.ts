import type { Words } from './words';

const s = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const pt: Words = {
  kinds: {
    'delegation-visit': 'Visita oficial a prisões',
    'prison-reform': 'Reforma prisional',
    cooperation: 'Cooperação prisional',
    'prisoner-transfer': 'Transferência de presos',
    'rights-and-conditions': 'Direitos e condições de detenção',
    'security-incident': 'Incidente de segurança em prisão',
    'model-debate': 'Debate sobre modelos prisionais',
  },
  statuses: {
    proposed: 'proposta',
    announced: 'anunciada',
    'under-way': 'em andamento',
    completed: 'realizada',
    postponed: 'adiada',
    cancelled: 'cancelada',
    denied: 'negada',
  },
  languages: { es: 'espanhol', en: 'inglês', pt: 'português', fr: 'francês', other: 'outro idioma' },
  organisations: {
    EU: 'União Europeia',
    'org:UN': 'Nações Unidas',
    'org:OAS': 'Organização dos Estados Americanos',
    'org:IACHR': 'Comissão Interamericana de Direitos Humanos',
    'org:NGO': 'organizações civis',
    'org:press': 'imprensa',
  },
  facts: {
    kind: 'Tema',
    who: 'Quem',
    where: 'Onde',
    officials: 'Autoridades',
    status: 'Situação',
    date: 'Quando',
    countries: 'Países',
    published: 'Publicado',
    seen: 'Visto por nós',
    sent: 'Enviado',
    until: (from, to) => `${from} a ${to}`,
    lag: (minutes) =>
      minutes < 120
        ? `${s(minutes, 'minuto', 'minutos')} após a publicação`
        : `${Math.round(minutes / 60)} horas após a publicação`,
    unknown: 'não mencionado',
  },
  alert: {
    read: (outlet) => `Ler em ${outlet}`,
    also: (n) => `Também em ${s(n, 'veículo', 'veículos')}`,
    more: (n) => `e mais ${n} na página do acontecimento`,
    course: 'Como avançou',
    why: 'Por que você recebe este aviso',
    because: (reading) => `Responde à sua busca, que entendemos assim: ${reading}.`,
    in: (outlet, language) => `${outlet}, em ${language}`,
    changed: (status) => `Novidade de um acontecimento que você já conhece: a visita agora está ${status}.`,
    changedDate: 'Novidade de um acontecimento que você já conhece.',
    page: 'Tudo o que sabemos deste acontecimento',
    copy: 'mesmo texto',
  },
  digest: {
    subject: {
      hourly: (n) => `${s(n, 'acontecimento', 'acontecimentos')} na última hora`,
      daily: (n, day) => `${s(n, 'acontecimento', 'acontecimentos')}, ${day}`,
      weekly: (n, day) => `${s(n, 'acontecimento', 'acontecimentos')} na semana até ${day}`,
      held: (n) => `${s(n, 'acontecimento guardado', 'acontecimentos guardados')} para você`,
    },
    intro: (n, stories) =>
      `${s(n, 'acontecimento', 'acontecimentos')} a partir de ${s(stories, 'notícia', 'notícias')}.`,
    held: 'Guardados por causa do seu horário de silêncio, ou porque muitos chegaram em uma hora.',
    update: 'Novidade',
    found: (reading) => `Pela sua busca: ${reading}`,
    left: (n) =>
      `${s(n, 'outro acontecimento está', 'outros acontecimentos estão')} no site; este e-mail ficaria longo demais.`,
  },
  foot: {
    preferences: 'Mudar, pausar ou encerrar seus avisos',
    unsubscribe: (query) => `Encerrar o aviso “${query}”`,
    unsubscribeAll: 'Encerrar todos os avisos',
    frequency: { instant: 'na hora', hourly: 'a cada hora', daily: 'todo dia', weekly: 'toda semana' },
    you: (query, frequency) => `Você pediu “${query}”, ${frequency}.`,
    asked: 'Você recebe este e-mail porque alguém informou seu endereço em nosso site.',
    noTracking: 'Sem imagens nem rastreadores: não sabemos se você abriu este e-mail.',
  },
  notices: {
    confirmation: {
      subject: () => 'Confirme seu aviso de notícias, por favor',
      opening: (query) => `Falta um passo para receber por e-mail notícias sobre “${query}”.`,
    },
    welcome: {
      subject: (query) => `Seu aviso “${query}” está ativo`,
      opening: (query) => `A partir de agora vigiamos as notícias sobre “${query}”.`,
    },
    'already-subscribed': {
      subject: () => 'Você já tem este aviso',
      opening: (query) =>
        `Alguém, provavelmente você, pediu de novo o aviso “${query}”. Ele está ativo; nada mudou.`,
    },
    goodbye: {
      subject: () => 'Seu aviso terminou',
      opening: () => 'Como você quis, paramos.',
    },
    suspension: {
      subject: () => 'Seus avisos estão suspensos',
      opening: () => 'Paramos de escrever para este endereço.',
    },
    'still-watching': {
      subject: (month) => `Continuamos vigiando: ${month}`,
      opening: () =>
        'Uma caixa quieta pode significar que não há notícias ou que a vigia falhou. Isto fizemos por você desde o último relatório.',
    },
    'operator-report': {
      subject: (week) => `Relatório do operador, semana até ${week}`,
      opening: () => 'O que precisa de um olhar ou de uma mão.',
    },
  },
  confirm: {
    button: 'Confirmar meu aviso',
    ignore: 'Se não foi você, ignore este e-mail e não receberá mais nada.',
    notMe: 'Não fui eu: nunca mais escrevam para este endereço',
    expires: 'O link vale por 7 dias.',
  },
  welcome: {
    reading: (reading) => `Entendemos sua busca assim: ${reading}.`,
    sample: (n) =>
      n === 1
        ? 'Ela teria encontrado um acontecimento nos últimos 30 dias:'
        : `Ela teria encontrado ${n} acontecimentos nos últimos 30 dias. Os mais recentes:`,
    none: 'Ela não teria encontrado nada nos últimos 30 dias. Se isso surpreende, tente com menos palavras.',
    rate: (perWeek) => `Espere cerca de ${perWeek} e-mails por semana.`,
    manage: 'Abrir minhas preferências',
    feed: 'O mesmo como canal privado para o seu leitor:',
  },
  goodbye: {
    ended: (query) => `O aviso “${query}” terminou.`,
    all: 'Todos os seus avisos terminaram.',
    undo: 'Se foi um engano, ative-o de novo nos próximos 30 dias na sua página de preferências.',
    feed: 'Os acontecimentos continuam públicos em nosso site.',
  },
  suspension: {
    because: {
      bounce: 'Seu servidor de e-mail recusou várias vezes nossas mensagens.',
      complaint: 'Seu provedor de e-mail nos informou que uma mensagem nossa foi marcada como spam.',
      suppressed:
        'Seu endereço está na lista de supressão do nosso serviço de e-mail, porque mensagens falharam antes.',
      operator: 'O operador deste serviço interrompeu os avisos.',
    },
    resume: 'Nada se perdeu: quando a causa desaparecer, ative seus avisos de novo aqui.',
  },
  watching: {
    checks: 'Verificações de canais',
    feeds: 'Canais que respondem',
    stories: 'Notícias lidas',
    mails: 'E-mails para você',
    near: 'Perto, mas não enviadas, porque faltava uma parte da sua busca:',
    noNear: 'Nenhuma notícia chegou perto sem ser enviada.',
    of: (up, all) => `${up} de ${all}`,
  },
  report: {
    'dead-feeds': 'Canais mortos',
    'lost-overlaps': 'Canais que podem ter perdido notícias',
    bounces: 'Devoluções e reclamações',
    'in-doubt': 'E-mails em dúvida',
    failed: 'E-mails que falharam',
  },
};
