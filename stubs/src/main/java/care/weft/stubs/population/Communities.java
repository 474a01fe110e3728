package care.weft.stubs.population;

import java.util.List;

/** The communities of the city, the larger ones named more than once so that more people come of them. */
final class Communities {

    private static final Community BRITISH = Community.of(
            "A",
            "White - British",
            "en",
            "English",
            "Maureen, Doreen, Patricia, Susan, Julie, Hayley, Zoë, Siân",
            "Brian, Derek, Kenneth, Stephen, Gary, Lee, Callum, Rhys",
            "Hartley, Gallimore, Ogden, Pilling, Schofield, Tattersall, Wolstenholme, Entwistle, Bradshaw, Kershaw");
    private static final Community IRISH = Community.of(
            "B",
            "White - Irish",
            "en",
            "English",
            "Bridget, Kathleen, Noreen, Siobhán, Aoife, Gráinne",
            "Declan, Eamonn, Padraig, Seamus, Fergus, Ciarán",
            "Brennan, Costello, Flanagan, McGrath, O'Dowd, O'Shea, Ní Bhriain");
    private static final Community PAKISTANI = Community.of(
            "J",
            "Asian or Asian British - Pakistani",
            "ur",
            "Urdu",
            "Shazia, Nasreen, Parveen, Saima, Rukhsana, Iqra",
            "Mohammed, Tariq, Imran, Shahid, Zahid, Bilal",
            "Akhtar, Hussain, Mahmood, Malik, Qureshi, Rafiq, Siddiqui");
    private static final Community BANGLADESHI = Community.of(
            "K",
            "Asian or Asian British - Bangladeshi",
            "bn",
            "Bengali",
            "Rahela, Shamima, Taslima, Nazma, Farhana, Jahanara",
            "Abdul Karim, Shafiq, Rezaul, Mizanur, Habibur, Faisal",
            "Chowdhury, Miah, Rahman, Uddin, Talukder, Sarkar");
    private static final Community INDIAN = Community.of(
            "H",
            "Asian or Asian British - Indian",
            "gu",
            "Gujarati",
            "Meena, Kiran, Harpreet, Lakshmi, Nirmala, Anjali",
            "Rajesh, Gurdeep, Suresh, Vikram, Harish, Anand",
            "Patel, Solanki, Dhillon, Iyer, Menon, Parmar, Sandhu");
    private static final Community CARIBBEAN = Community.of(
            "M",
            "Black or Black British - Caribbean",
            "en",
            "English",
            "Beverley, Claudette, Marcia, Yvonne, Joycelyn, Shanice",
            "Winston, Delroy, Errol, Clive, Leroy, Jermaine",
            "Campbell, Francis, Grant, Pinnock, Samuels, Wedderburn");
    private static final Community NIGERIAN = Community.of(
            "N",
            "Black or Black British - African",
            "yo",
            "Yoruba",
            "Folasade, Ngozi, Titilayo, Chiamaka, Bukola, Amara",
            "Olumide, Chinedu, Babatunde, Emeka, Segun, Ifeanyi",
            "Adeyemi, Okafor, Balogun, Eze, Ogunleye, Nwosu");
    private static final Community SOMALI = Community.of(
            "N",
            "Black or Black British - African",
            "so",
            "Somali",
            "Hodan, Fadumo, Sagal, Ifrah, Amina, Hibaaq",
            "Abdirahman, Mahad, Yusuf, Liban, Guled, Ismail",
            "Warsame, Jama, Abdi, Farah, Hersi, Duale");
    private static final Community CHINESE = Community.of(
            "R",
            "Other Ethnic Groups - Chinese",
            "yue",
            "Cantonese",
            "Mei Ling, Siu Fong, Wai Yee, Ka Man, Xiaoyan, Suk Han",
            "Chi Keung, Wing Hong, Ka Ho, Jianguo, Kwok Wah, Tsz Kin",
            "Chan, Leung, Wong, Tsang, Zhou, Lam");
    private static final Community POLISH = Community.of(
            "C",
            "White - Any other White background",
            "pl",
            "Polish",
            "Agnieszka, Bożena, Małgorzata, Danuta, Ewa, Zofia",
            "Andrzej, Krzysztof, Zbigniew, Paweł, Tomasz, Łukasz",
            "Nowak, Wójcik, Mazur, Krawczyk, Zając, Dudek");
    private static final Community JEWISH = Community.of(
            "A",
            "White - British",
            "yi",
            "Yiddish",
            "Rivka, Miriam, Chana, Esther, Shoshana, Leah",
            "Moshe, Avrohom, Dovid, Reuven, Shimon, Yosef",
            "Adler, Feldman, Grosskopf, Halpern, Klein, Rosenfeld");
    private static final Community ARAB = Community.of(
            "S",
            "Other Ethnic Groups - Any other ethnic group",
            "ar",
            "Arabic",
            "Huda, Intisar, Salma, Zeinab, Mariam, Nour",
            "Khaled, Mustafa, Omar, Salah, Tarek, Walid",
            "Al-Hashimi, Ben Salem, El-Tayeb, Haddad, Mansour, Zwai");
    private static final Community MIXED = Community.of(
            "D",
            "Mixed - White and Black Caribbean",
            "en",
            "English",
            "Chantelle, Keisha, Naomi, Rochelle, Simone, Tanya",
            "Aaron, Darren, Jordan, Marlon, Nathan, Reece",
            "Barrett, Clarke-Hughes, Dawkins, Lewis, Palmer, Whittaker");
    private static final Community VIETNAMESE = Community.of(
            "L",
            "Asian or Asian British - Any other Asian background",
            "vi",
            "Vietnamese",
            "Thị Hoa, Lan, Ngọc Anh, Thu, Mai, Phượng",
            "Văn Hùng, Minh, Quang, Tuấn, Đức, Bảo",
            "Nguyễn, Trần, Phạm, Lê, Hoàng, Vũ");

    static final List<Community> ALL = List.of(
            BRITISH,
            PAKISTANI,
            BRITISH,
            CARIBBEAN,
            IRISH,
            BRITISH,
            NIGERIAN,
            BANGLADESHI,
            BRITISH,
            SOMALI,
            CHINESE,
            PAKISTANI,
            BRITISH,
            POLISH,
            INDIAN,
            JEWISH,
            BRITISH,
            ARAB,
            MIXED,
            VIETNAMESE,
            IRISH,
            CARIBBEAN);

    private Communities() {}
}
